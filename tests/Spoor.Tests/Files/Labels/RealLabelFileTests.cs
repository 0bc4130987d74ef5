using Spoor.Chains.Files.Labels;
using Spoor.Labels;
using Spoor.Reporting;

namespace Spoor.Tests.Files.Labels;

/// <summary>Every label file of the shared data; how many rows of each are damaged was counted by hand.</summary>
public sealed class RealLabelFileTests
{
    [Theory]
    [InlineData("ofac_sdn_addresses_2024-09-27.csv", "OFAC CSV", 654, 0)]
    [InlineData("explorer_labels_2023-10/arbiscan.json.gz", "explorer dump", 836, 0)]
    [InlineData("explorer_labels_2023-10/avalanche.json.gz", "explorer dump", 1061, 0)]
    [InlineData("explorer_labels_2023-10/bscscan.json.gz", "explorer dump", 6723, 0)]
    [InlineData("explorer_labels_2023-10/etherscan.json.gz", "explorer dump", 29945, 0)]
    [InlineData("explorer_labels_2023-10/ftmscan.json.gz", "explorer dump", 1084, 0)]
    [InlineData("explorer_labels_2023-10/optimism.json.gz", "explorer dump", 544, 0)]
    [InlineData("explorer_labels_2023-10/polygonscan.json.gz", "explorer dump", 4995, 0)]
    [InlineData("eth_labels_2024.csv.gz", "explorer CSV", 3233, 0)]
    [InlineData("tutela_known_addresses.csv.gz", "Tutela CSV", 19260, 0)]
    [InlineData("tutela_tornado_pools.json", "Tornado Cash JSON", 19, 0)]
    [InlineData("tornado_cash_instances.csv", "Tornado Cash CSV", 77, 0)]
    [InlineData("scamsniffer_addresses_2026-08-22.csv.gz", "Spoor CSV", 2530, 0)]
    [InlineData("tron_tags_tronscan.csv", "list without header", 32, 0)]
    [InlineData("bitcoin_entities/bankruptcy-exchange-addresses.csv", "entity CSV", 117, 0)]
    [InlineData("bitcoin_entities/doj-seizure-addresses.csv", "entity CSV", 104, 0)]
    [InlineData("bitcoin_entities/exchange-academic-addresses.csv", "entity CSV", 2114, 0)]
    [InlineData("bitcoin_entities/exchange-tier1-addresses.csv", "entity CSV", 98, 0)]
    [InlineData("bitcoin_entities/exchange-tier2-addresses.csv", "entity CSV", 47, 0)]
    [InlineData("bitcoin_entities/exchange-tier3-addresses.csv", "entity CSV", 104, 0)]
    [InlineData("bitcoin_entities/mixer-addresses.csv", "entity CSV", 107, 0)]
    [InlineData("bitcoin_entities/ofac-entity-labeled.csv", "entity CSV", 104, 0)]
    [InlineData("bitcoin_entities/ransomware-addresses.csv", "entity CSV", 126, 0)]
    [InlineData("forta_etherscan_malicious_labels.csv.gz", "Forta CSV", 7778, 2)]
    [InlineData("bitcoin_entities/darknet-market-addresses.csv", "entity CSV", 186, 1)]
    [InlineData("bitcoin_entities/exchange-modern-curated.csv", "entity CSV", 24, 36)]
    [InlineData("bitcoin_entities/exchange-por-forensics-addresses.csv", "entity CSV", 587, 3)]
    public void A_published_list_is_read_whole_and_its_damaged_addresses_are_kept(string file, string format, int labels, int damaged)
    {
        var content = Read(file);

        Assert.Equal((format, labels + damaged, damaged, 0), (content.Format, content.Labels.Count, content.DamagedCount, content.FaultCount));
        Assert.All(content.Damaged, row => Assert.Contains("address", row.Field, StringComparison.Ordinal));
        Assert.Equal(
            content.Damaged.Select(row => row.Found),
            content.Labels.Select(label => label.Subject).OfType<LabelSubject.Unread>().Where(one => one.Network is "bitcoin" or "ethereum").Select(one => one.Text));
    }

    [Fact]
    public void All_the_tag_packs_are_read_and_come_back_equal_after_export()
    {
        string[] packs = Directory.GetFiles(SharedData.File("labels/graphsense_tagpacks"));
        int tags = 0;
        int damaged = 0;

        foreach (string pack in packs)
        {
            var read = Read(pack);
            tags += read.Labels.Count;
            damaged += read.DamagedCount;
            var text = new StringWriter();
            var lineage = new SourceLineage(read.Sources);
            TagPackText.Write(text, read.Labels, "Again", "this test", lineage);
            var again = LabelText.Read("again.yaml", text.ToString(), LabelText.Trusting);

            Assert.Equal(("TagPack", read.DamagedCount), (read.Format, again.DamagedCount));
            Assert.Equal(
                read.Labels.Select(LabelText.Value).OrderBy(Order),
                again.Labels.Select(LabelText.Value).OrderBy(Order));
            Assert.Equal(
                lineage.Witnesses(read.Labels.Select(label => label.Source)),
                new SourceLineage(again.Sources).Witnesses(read.Labels.Select(label => label.Source)));
        }

        Assert.Equal((29, 19736, 2), (packs.Length, tags, damaged));
    }

    [Fact]
    public void A_pack_with_two_damaged_addresses_keeps_both_and_tells_why_they_are_none()
    {
        var content = Read("graphsense_tagpacks/plustoken.yaml");

        Assert.Equal([11L, 31], content.Damaged.Select(row => row.Line));
        Assert.StartsWith("plustoken.yaml, line 11, address: expected an address of Bitcoin", content.Damaged[0].ToString(), StringComparison.Ordinal);
        Assert.Equal([1825L, 6902], Read("forta_etherscan_malicious_labels.csv.gz").Damaged.Select(row => row.Line));
    }

    [Fact]
    public void Rows_that_name_no_address_are_passed_over_and_named()
    {
        var dump = Read("explorer_labels_2023-10/bscscan.json.gz");
        var list = Read("tutela_known_addresses.csv.gz");

        Assert.Equal(["", "No matching records found", "There are no matching entries"], dump.PassedOver.Select(row => row.Found));
        Assert.Equal((5258, "contractaddress"), (Assert.Single(list.PassedOver).Line, list.PassedOver[0].Found));
    }

    [Fact]
    public void A_list_is_learned_on_the_day_that_it_or_its_name_or_its_folder_states()
    {
        Assert.Equal(new DateOnly(2024, 9, 27), Read("ofac_sdn_addresses_2024-09-27.csv").Labels[0].Learned);
        Assert.Equal(new DateOnly(2023, 10, 31), Read("explorer_labels_2023-10/optimism.json.gz").Labels[0].Learned);
        Assert.Equal(new DateOnly(2023, 8, 28), Read("graphsense_tagpacks/lazarus2.yaml").Labels[0].Learned);
        Assert.Equal(new DateOnly(2024, 6, 18), Read("eth_labels_2024.csv.gz").Labels.Max(label => label.Observed));
        Assert.Equal(LabelText.Today, Read("tron_tags_tronscan.csv").Labels[0].Learned);
    }

    [Fact]
    public void The_sanctions_list_is_sorted_to_chains_by_the_addresses_and_not_by_the_symbols()
    {
        var labels = Read("ofac_sdn_addresses_2024-09-27.csv").Labels;
        var tether = labels.Where(label => label.Currency == "USDT").ToList();

        Assert.Equal(
            [("", 8), ("bip122:000000000019d6689c085ae165831e93", 7), ("tron:0x2b6653dc", 11)],
            tether.GroupBy(label => label.Chain?.Value ?? "").OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (group.Key, group.Count())));
        Assert.Equal("tron:0x2b6653dc", Assert.Single(labels, label => label.Currency == "XBT").Chain?.Value);
        Assert.Equal(["bsv", "btg", "dash", "xmr", "xvg"], labels.Select(label => label.Subject).OfType<LabelSubject.Unread>().Select(one => one.Network).Distinct());
    }

    private static string Order((Label Label, string Concepts) value) => $"{LabelIdentity.Of(value.Label)} {value.Concepts} {value.Label.Learned:O}";

    private static LabelFileContent Read(string file) => LabelFileReader.Read(
        SharedData.File(Path.Combine("labels", file)), new() { DefaultLearned = LabelText.Today });
}
