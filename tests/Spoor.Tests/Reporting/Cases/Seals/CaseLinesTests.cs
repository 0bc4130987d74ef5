using System.Text;
using CsCheck;
using Spoor.Labels;
using Spoor.Reporting.Cases.Seals;
using Spoor.Tests.Tracing;
using Spoor.Transfers;

namespace Spoor.Tests.Reporting.Cases.Seals;

public sealed class CaseLinesTests
{
    private static readonly Gen<string> Text = Gen.OneOf(Gen.Const(""), Gen.Const("=HYPERLINK(\"x\")\r\n\u202E<script>"), Gen.Char[' ', '\u00FF'].Array[0, 12].Select(letters => new string(letters)));

    private static readonly Gen<LabelSubject> Subject = Gen.Select(Gen.Int[0, 4], Gen.Byte.Array[20]).Select((sort, bytes) => sort switch
    {
        0 => (LabelSubject)new LabelSubject.OfAddress(Story.Chain, new(AddressKind.Account20, bytes)),
        1 => new LabelSubject.OfAddress(null, new(AddressKind.PubKeyHash, bytes)),
        2 => new LabelSubject.OfAddress(null, new(AddressKind.Account20, bytes)),
        3 => new LabelSubject.OfTransaction(Story.Bitcoin, Story.Tx(bytes[0])),
        _ => new LabelSubject.Unread("monero", Convert.ToHexString(bytes)),
    });

    private static readonly Gen<Label> Labels = Gen.Select(Subject, Gen.Select(Text, Text, Text, Text), Gen.Select(Gen.Int[0, 4], Gen.Int[0, 13], Gen.Bool, Gen.Int[0, 700_000]))
        .Select((subject, texts, rest) => new Label
        {
            Subject = subject,
            Name = texts.Item1,
            Category = texts.Item2,
            Abuse = texts.Item3,
            Concepts = [texts.Item4, "exchange"],
            Actor = rest.Item3 ? texts.Item4 : null,
            Source = texts.Item3,
            Confidence = Confidence.All[rest.Item2],
            Author = texts.Item2,
            Observed = rest.Item3 ? DateOnly.FromDayNumber(rest.Item4) : null,
            Learned = DateOnly.FromDayNumber(rest.Item4 / 2),
            Tlp = (Tlp)rest.Item1,
            Currency = texts.Item1,
            IsClusterDefiner = rest.Item3,
            Context = texts.Item4,
        });

    [Fact]
    public void Labels_read_back_with_all_that_they_say() =>
        Labels.Array[0, 5].Sample(labels =>
        {
            byte[] bytes = LabelLines.Write(labels);
            var read = LabelLines.Read("labels.jsonl", bytes);
            return read.Count == labels.Length
                && read.Select(Said).Order(StringComparer.Ordinal).SequenceEqual(labels.Select(Said).Order(StringComparer.Ordinal))
                && LabelLines.Write(read).AsSpan().SequenceEqual(bytes);
        });

    [Fact]
    public void Labels_of_one_address_keep_their_order_of_preference()
    {
        var subject = new LabelSubject.OfAddress(Story.Chain, Story.At("shop"));
        var label = new Label { Subject = subject, Name = "z", Category = "", Source = "s", Learned = DateOnly.MinValue };

        Assert.Equal(["z", "a", "m"], LabelLines.Read("x", LabelLines.Write([label, label with { Name = "a", Subject = subject with { Chain = null } }, label with { Name = "m" }])).Select(one => one.Name));
    }

    [Fact]
    public void Bridge_legs_read_back_with_all_that_they_say()
    {
        var deposit = new BridgeLeg
        {
            Side = BridgeSide.Deposit,
            Protocol = "across",
            MessageId = "10:4711",
            Chain = Story.Chain,
            OtherChain = ChainId.Parse("eip155:10"),
            Tx = Story.Tx(3),
            Position = new(3, 1, Phase.Log, 9),
            Time = Story.Begin,
            Emitter = Story.At("bridge"),
            IsKnownEmitter = true,
            Sender = Story.At("thief"),
            Recipient = Story.Wallet("next"),
            Asset = Story.Coin,
            Amount = new(UInt128.MaxValue),
            OtherAsset = Story.Dollar,
            OtherAmount = new(7),
            Note = "a\"b\n",
        };
        var bare = new BridgeLeg { Side = BridgeSide.Payout, Chain = Story.Bitcoin, Tx = Story.Tx(4), Time = Story.Begin };

        Assert.Equal([bare, deposit], LegLines.Read("legs.jsonl", LegLines.Write([deposit, bare])));
    }

    [Fact]
    public void Sources_read_back_with_whom_they_repeat()
    {
        var first = new Citation { Key = "a", Kind = SourceKind.Press, Title = "A", DerivedFrom = ["b"], Implied = ["b"], Published = new(2023, 9, 1), Grade = "B2", Url = "https://example.org" };
        var second = new Citation { Key = "b", Kind = SourceKind.Authority, Title = "B", IsStated = true };
        var lineage = new SourceLineage([second, first]);
        byte[] bytes = SourceLines.Write(SourceLines.Needed(lineage, ["a"]));

        Assert.Equal(["b"], new SourceLineage(SourceLines.Read("s", bytes)).RootsOf("a"));
        Assert.Equal(bytes, SourceLines.Write(SourceLines.Read("s", bytes)));
        Assert.Empty(SourceLines.Needed(lineage, ["unknown"]));
    }

    [Theory]
    [InlineData("{}\n", "labels.jsonl, line 1: expected a member")]
    [InlineData("{}", "labels.jsonl, line 1: expected a line feed at its end")]
    [InlineData("[1\n", "labels.jsonl, line 1:")]
    public void A_line_that_is_no_label_is_named(string text, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => LabelLines.Read("labels.jsonl", Encoding.UTF8.GetBytes(text))).Message, StringComparison.Ordinal);

    private static string Said(Label label) => LabelIdentity.Of(label) + label.Learned.DayNumber;
}
