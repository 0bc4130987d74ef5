using CsCheck;
using Spoor.Labels;
using Spoor.Transfers;

namespace Spoor.Tests.Labels;

/// <summary>Labels of every kind, with text that YAML, JSON and CSV would like to take for something else.</summary>
internal static class GeneratedLabels
{
    private static readonly ChainId Bitcoin = ChainRegistry.Find("bitcoin").Id;

    private static readonly Gen<string> Nasty = Among(
        "null", "~", "true", "No", "0x12", "1e5", "2023-09-13", "it's", "''", "\"q\"", "a: b", "a #b", "- a", "? a", "&a", "*a", "!a", "%a", "@a", "`a",
        "{a", "[a]", "a, b", "|", ">", "\\", "\\n", "=", "<<", "é中文😀", "a\u00a0b", "a|b", "eip155:1", "1", "'", "#a", "a\ufffdb", "x: 'y'");

    /// <summary>Text as a reader of labels lets it through: printable, without blanks around it, not empty.</summary>
    public static readonly Gen<string> Words = Gen.OneOf(
        Nasty, Gen.String[Gen.Char.AlphaNumeric, 1, 12], Gen.String[Gen.Char[' ', '~'], 1, 20].Select(text => text.Trim()).Where(text => text.Length > 0));

    private static readonly Gen<DateOnly> Day = Gen.Int[0, 15_000].Select(days => new DateOnly(1995, 1, 1).AddDays(days));

    private static readonly Gen<Address> Key = Gen.Byte.Array[20].Select(bytes => new Address(AddressKind.Account20, bytes));

    private static readonly Gen<LabelSubject> Subject = Gen.OneOf(
        Gen.Select(Among<string?>("eip155:1", "eip155:137", "eip155:8453", "eip155:5", "tron:0x2b6653dc", null), Key,
            (chain, key) => (LabelSubject)new LabelSubject.OfAddress(chain is null ? null : ChainId.Parse(chain), key)),
        Gen.Select(Among<string?>("bitcoin", "litecoin", "dogecoin", "bitcoin cash", null), Gen.Byte.Array[20],
            (chain, hash) => (LabelSubject)new LabelSubject.OfAddress(chain is null ? null : ChainRegistry.Find(chain).Id, new(AddressKind.PubKeyHash, hash))),
        Gen.Byte.Array[32].Select(program => (LabelSubject)new LabelSubject.OfAddress(Bitcoin, new(AddressKind.Witness0, program))),
        Gen.Byte.Array[20].Select(account => (LabelSubject)new LabelSubject.OfAddress(ChainRegistry.Find("xrpl:0").Id, new(AddressKind.Xrp, account))),
        Gen.Select(Among("eip155:1", "eip155:10"), Gen.Byte.Array[32],
            (chain, hash) => (LabelSubject)new LabelSubject.OfTransaction(ChainId.Parse(chain), TxHash.FromBytes(hash))),
        Gen.Select(Among("xmr", "dot"), Gen.String[Gen.Char.AlphaNumeric, 1, 60],
            (network, text) => (LabelSubject)new LabelSubject.Unread(network, text)));

    private static readonly Gen<string> Context = Among(
        "", "{}", "{\"a\":1}", "{\"spoor\":{\"tlp\":\"RED\"}}", "{\"spoor\":1}", "seen in a report", "[1,2]", "\"\\u202e\"", "1.0e5", "{\"b\":{\"é\":\"'\"}}",
        "{\"tag_type\":\"event\"}", "{\"tag_type\":\"event\",\"a\":1}", "{\"a\":1,\"tag_type\":\"actor\"}", "{\"tag_type\":\"guess\"}",
        "{\"tag_type\":\"event\",\"tag_type\":\"event\"}", "{\"context\":[],\"tag_type\":\"mention\"}", "{\"spoor\":{\"context\":2},\"tag_type\":\"event\"}")
        .Select(text => LabelContext.TryNormalise(text, out string context) ? context : throw new InvalidOperationException(text));

    private static readonly Gen<Label> Said =
        from subject in Subject
        from name in Words
        from category in Optional
        from abuse in Optional
        from concepts in Words.List[0, 3]
        from actor in Optional
        from source in Words
        select new Label
        {
            Subject = subject,
            Name = name,
            Category = category,
            Abuse = abuse,
            Concepts = concepts,
            Actor = actor.Length > 0 ? actor : null,
            Source = source,
            Learned = DateOnly.MinValue,
        };

    public static readonly Gen<Label> One =
        from said in Said
        from author in Optional
        from day in Gen.Select(Gen.Bool, Day, Day)
        from mark in Gen.Select(Gen.Enum<Tlp>(), Gen.Int[0, Confidence.All.Count - 1], Gen.Bool)
        from currency in Among("", "USDT", "USDC")
        from context in Context
        select said with
        {
            Author = author,
            Observed = day.Item1 ? day.Item2 : null,
            Learned = day.Item1 && day.Item3 < day.Item2 ? day.Item2 : day.Item3,
            Tlp = mark.Item1,
            Confidence = Confidence.All[mark.Item2],
            IsClusterDefiner = mark.Item3,
            Currency = currency,
            Context = context,
        };

    private static Gen<string> Optional => Gen.Frequency((1, Gen.Const("")), (2, Words));

    private static Gen<T> Among<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(place => values[place]);
}
