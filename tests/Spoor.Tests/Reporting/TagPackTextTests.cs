using CsCheck;
using Spoor.Labels;
using Spoor.Reporting;
using Spoor.Tests.Files.Labels;
using Spoor.Tests.Labels;
using Spoor.Transfers;

namespace Spoor.Tests.Reporting;

public sealed class TagPackTextTests
{
    [Fact]
    public void Labels_written_as_a_pack_and_read_again_are_the_same_labels() =>
        GeneratedLabels.One.List[1, 6].Sample(labels =>
        {
            var again = LabelText.Read("again.yaml", Written(labels), LabelText.Trusting).Labels;
            Assert.Equal(labels.Select(LabelText.Value).OrderBy(Order), again.Select(LabelText.Value).OrderBy(Order));
        });

    // Circles aside: they are one source, and which of them is called its beginning does not survive.
    [Fact]
    public void Whom_sources_repeat_is_the_same_after_a_pack_was_written_and_read_again() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 4]).Array[0, 6].Sample(pairs =>
        {
            string[] keys = ["a", "b", "c", "d", "e"];
            var lineage = new SourceLineage(pairs.Where(pair => pair.Item1 < pair.Item2).GroupBy(pair => keys[pair.Item1]).Select(from => Repeating(from.Key, from.Select(pair => keys[pair.Item2]))));
            var labels = keys.Take(3).Select(key => SomeLabels.Of(SomeLabels.Dai, SomeLabels.Ethereum, "DAI", "token", key)).ToList();

            var again = LabelText.Read("again.yaml", Written(labels, lineage: lineage), LabelText.Trusting);

            Assert.Equal(lineage.Witnesses(keys.Take(3)), new SourceLineage(again.Sources).Witnesses(keys.Take(3)));
        });

    [Fact]
    public void The_order_in_which_labels_come_does_not_change_the_pack() =>
        GeneratedLabels.One.List[1, 6].Sample(labels => Assert.Equal(Written(labels), Written([.. labels.AsEnumerable().Reverse()])));

    [Fact]
    public void What_all_tags_share_stands_in_the_header_and_addresses_in_quotation_marks()
    {
        var labels = LabelText.Read("list.csv", """
            chain,address,name,abuse,source,learned,observed
            eip155:1,0x75497999432b8701330fb68058bd21918c02ac59,CoinEx exploiter,service_hack,https://example.org,2023-09-13,2023-09-13
            eip155:137,0x75497999432b8701330fb68058bd21918c02ac59,Stake exploiter,service_hack,https://example.org,2023-09-20,2023-09-13
            """).Labels;

        Assert.Equal($$$"""
            title: 'Two thefts'
            creator: 'this test'
            address: '{{{AddressText.RenderKey(labels[0].Address!.Value)}}}'
            source: 'https://example.org'
            abuse: service_hack
            confidence: unknown
            lastmod: 2023-09-13
            tags:
            - label: 'Stake exploiter'
              network: MATIC
              currency: MATIC
              context: '{"spoor":{"learned":"2023-09-20","author":""}}'
            - label: 'CoinEx exploiter'
              network: ETH
              currency: ETH
              context: '{"spoor":{"author":""}}'

            """.ReplaceLineEndings("\n"), Written(labels, "Two thefts"));
    }

    [Fact]
    public void No_labels_are_no_pack() => Assert.Throws<FormatException>(() => Written([]));

    private static Citation Repeating(string key, IEnumerable<string> others) =>
        new() { Key = key, Kind = SourceKind.Compilation, Title = key, DerivedFrom = [.. others.Distinct()] };

    private static string Order((Label Label, string Concepts) value) => $"{LabelIdentity.Of(value.Label)} {value.Concepts} {value.Label.Learned:O}";

    private static string Written(IReadOnlyList<Label> labels, string title = "Again", SourceLineage? lineage = null)
    {
        var text = new StringWriter();
        TagPackText.Write(text, labels, title, "this test", lineage ?? SourceLineage.Empty);
        return text.ToString();
    }
}
