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
            var again = LabelText.Read("again.yaml", Written(labels)).Labels;
            Assert.Equal(labels.Select(LabelText.Value).OrderBy(Order), again.Select(LabelText.Value).OrderBy(Order));
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

    private static string Order((Label Label, string Concepts) value) => $"{LabelIdentity.Of(value.Label)} {value.Concepts} {value.Label.Learned:O}";

    private static string Written(IReadOnlyList<Label> labels, string title = "Again")
    {
        var text = new StringWriter();
        TagPackText.Write(text, labels, title, "this test");
        return text.ToString();
    }
}
