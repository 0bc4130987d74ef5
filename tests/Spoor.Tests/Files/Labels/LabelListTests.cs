using System.IO.Compression;
using System.Text;
using Spoor.Chains.Files.Labels;
using Spoor.Labels;

namespace Spoor.Tests.Files.Labels;

/// <summary>CSV and JSON lists, typed small; the shapes are those of the published ones.</summary>
public sealed class LabelListTests
{
    private const string Key = "0x75497999432b8701330fb68058bd21918c02ac59";

    [Fact]
    public void Every_field_of_a_label_has_a_column()
    {
        var content = LabelText.Read("mine.csv", $$"""
            address,tx,chain,network,currency,name,category,abuse,concepts,actor,source,derived_from,confidence,author,observed,learned,tlp,is_cluster_definer,context
            {{Key}},,polygon,,USDC,Stake thief,user,service_hack,exploit|perpetrator,lazarusgroup,slowmist,fbi-stake|certik,forensic,Ann,2023-09-04,2023-09-07,TLP:AMBER+STRICT,true,"{""a"": 1}"
            ,0x{{new string('b', 64)}},eip155:1,,,A drain,,,,,slowmist,,,,,,,,
            4abc,,,XMR,,Kept as written,,,,,slowmist,,,,,,,,
            """);

        var label = content.Labels[0];
        Assert.Equal(
            ("eip155:137", "USDC", "Stake thief", "user", "service_hack", "lazarusgroup", "slowmist"),
            (label.Chain!.Value.Value, label.Currency, label.Name, label.Category, label.Abuse, label.Actor, label.Source));
        Assert.Equal(
            ("forensic", "Ann", new DateOnly(2023, 9, 4), new DateOnly(2023, 9, 7), Tlp.AmberStrict, true, "{\"a\":1}"),
            (label.Confidence.Id, label.Author, label.Observed!.Value, label.Learned, label.Tlp, label.IsClusterDefiner, label.Context));
        Assert.Equal(["exploit", "perpetrator"], label.Concepts);
        Assert.Equal(["fbi-stake", "certik"], Assert.Single(content.Sources).DerivedFrom);
        Assert.IsType<LabelSubject.OfTransaction>(content.Labels[1].Subject);
        Assert.Equal(new LabelSubject.Unread("xmr", "4abc"), content.Labels[2].Subject);
    }

    [Theory]
    [InlineData("address,name\n" + Key + ",ok\n0x12,short\n", 3, "address", "an address, or a CAIP-10 account")]
    [InlineData("# a remark\naddress,name\n# another\n\n\"" + Key + "\",\"two\nlines\"\n", 5, "name", "without control characters")]
    [InlineData("address,name\n" + Key + ",\"never closed\n", 2, "row", "a second quotation mark")]
    [InlineData("address,name,name\n" + Key + ",a,b\n", 1, "name", "each column once")]
    [InlineData("address,chain,name\n" + Key + ",nowhere,x\n", 2, "chain", "a known chain")]
    [InlineData("address,name,learned\n" + Key + ",x,2023-13-01\n", 2, "learned", "a day of the calendar")]
    [InlineData("address,name,tlp\n" + Key + ",x,pink\n", 2, "tlp", "one of CLEAR, GREEN")]
    [InlineData("address,name\nbip122:000000000019d6689c085ae165831e93:" + Key + ",x\n", 2, "address", "after the second colon")]
    [InlineData("tx,name\n0x12,x\n", 2, "chain", "the chain of the transaction")]
    [InlineData("explorer,label,address,name_tag,seen\nnowhere,heist," + Key + ",x,2024-01-01\n", 2, "explorer", "an explorer or chain that is known")]
    [InlineData("explorer,label,address,name_tag,seen\netherscan,heist," + Key + ",x,yesterday\n", 2, "seen", "a day of the calendar")]
    [InlineData("key,kind,title\na,rumour,A\n", 2, "kind", "one of authority, primary")]
    [InlineData("key,kind,title,grade\na,press,A,Z9\n", 2, "grade", "an Admiralty grade")]
    [InlineData("key,kind,title\na,press,A\na,press,B\n", 3, "key", "each source once")]
    [InlineData("something else\n", 1, "first line", "a label file of a kind that is known")]
    [InlineData("", 1, "first line", "a label file of a kind that is known")]
    public void A_faulty_row_is_named_by_line_and_column(string text, long line, string field, string expected)
    {
        var fault = LabelText.Faults("list.csv", text)[0];

        Assert.Equal(("list.csv", line, field), (fault.File, fault.Line, fault.Field));
        Assert.Contains(expected, fault.Expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "0x75497999432b8701330fb68058bd21918c02aC59", "ethereum")]
    [InlineData("polygon", "0x75497999432b8701330fb68058bd21918c02ac5", "polygon")]
    [InlineData("", "1BoatSLRHtKNngkdXEeobR76b53LETtpyU", "bitcoin")]
    [InlineData("", "3pbn3mcpdczkr7wdyy1ulq1neglwnpkj7", "bitcoin")]
    [InlineData("", "bc1qnkl53lls2qnqrpg5ay3t5gm9vpfm058phu9z05", "bitcoin")]
    [InlineData("tron", "TQ8y7omRyKSq42Tri398txQCQE4wxjk97R", "tron")]
    public void A_damaged_address_is_kept_as_written_and_told(string chain, string text, string network)
    {
        var content = LabelText.Read("list.csv", $"address,chain,name\n{Key},,good\n{text},{chain},cut\n");
        var damage = Assert.Single(content.Damaged);

        Assert.Equal(new LabelSubject.Unread(network, text), content.Labels[1].Subject);
        Assert.Equal((3, "address", text, 1), (damage.Line, damage.Field, damage.Found, content.DamagedCount));
        Assert.Matches("^an address of .+; (the checksum|the length|a character)", damage.Expected);
    }

    [Theory]
    [InlineData("", "Binance")]
    [InlineData("", "0x7549")]
    [InlineData("", "0x0000000000000000000000000000000000000000000000000000000000000001")]
    [InlineData("bitcoin", "TQ8y7omRyKSq42Tri398txQCQE4wxjk97Q")]
    [InlineData("bitcoin", Key)]
    public void What_is_no_address_or_one_of_another_chain_is_refused(string chain, string text) =>
        Assert.Equal("address", Assert.Single(LabelText.Faults("list.csv", $"address,chain,name\n{text},{chain},x\n")).Field);

    [Theory]
    [InlineData("{\"" + Key + "\": {\"name\": \"a\\u202eb\", \"labels\": []}}", "without control characters")]
    [InlineData("{\"" + Key + "\": {\"name\": \"\\ud800\", \"labels\": []}}", "half a character")]
    [InlineData("{\"" + Key + "\": {\"name\": 1, \"labels\": []}}", "an object with name and labels")]
    [InlineData("{\"" + Key + "\": {\"name\": \"a\", \"labels\": []}", "well-formed JSON")]
    [InlineData("{\"" + Key + "\": {\"name\": \"a\", \"labels\": []}, \"" + Key + "\": {\"name\": \"b\", \"labels\": []}}", "each key once")]
    [InlineData("{\"0x1234\": {\"name\": \"a\", \"labels\": []}}", "an address of Ethereum")]
    public void A_faulty_dump_is_refused(string text, string expected) =>
        Assert.Contains(expected, LabelText.Faults("etherscan.json", text)[0].Expected, StringComparison.Ordinal);

    [Fact]
    public void A_dump_takes_its_chain_from_its_name_or_from_the_caller()
    {
        const string Dump = "{\"" + Key + "\": {\"name\": \"Some\u200b Name\", \"labels\": [\"heist\", \"blocked\"]}}";

        var label = Assert.Single(LabelText.Read("bscscan.json", Dump).Labels);
        Assert.Equal(("eip155:56", "Some Name", "heist", "bscscan"), (label.Chain?.Value, label.Name, label.Category, label.Source));
        Assert.Equal(["blocked"], label.Concepts);
        Assert.Contains("rename the file", Assert.Single(LabelText.Faults("mine.json", Dump)).Expected, StringComparison.Ordinal);
        Assert.Equal("eip155:10", LabelText.Read(
            "mine.json", Dump, new() { DefaultLearned = LabelText.Today, Chain = Spoor.Transfers.ChainId.Parse("eip155:10") }).Labels[0].Chain?.Value);
    }

    [Theory]
    [InlineData("avalanche", "snowtrace")]
    [InlineData("gnosis", "gnosisscan")]
    [InlineData("celo", "celoscan")]
    [InlineData("etherscan", "etherscan")]
    public void An_explorer_is_one_source_whatever_a_collection_calls_it(string called, string source)
    {
        var dump = LabelText.Read($"{called}.json", "{\"" + Key + "\": {\"name\": \"a\", \"labels\": []}}");
        var list = LabelText.Read("list.csv", $"explorer,label,address,name_tag,seen\n{source},x,{Key},a,2024-01-01\n");

        Assert.Equal((source, source), (dump.Labels[0].Source, list.Labels[0].Source));
        Assert.Equal((source, dump.Labels[0].Chain), (Assert.Single(dump.Sources).Key, list.Labels[0].Chain));
    }

    [Theory]
    [InlineData(1, "bscscan", "snowtrace", "optimism", "https://optimistic.etherscan.io/address/x", "https://bscscan.com/address/x", "etherscan-heist-list")]
    [InlineData(2, "polygonscan", "tronscan")]
    [InlineData(3, "https://tronscan.org/x", "https://notbscscan.example/x", "etherscan")]
    public void The_explorers_of_one_company_are_one_beginning(int witnesses, params string[] sources)
    {
        var read = LabelText.Read("list.csv", "address,name,source\n" + string.Concat(sources.Select(source => $"{Key},a,{source}\n")));

        Assert.Equal(witnesses, new SourceLineage(read.Sources).Witnesses(sources).Count);
    }

    [Theory]
    [InlineData("TQ8y7omRyKSq42Tri398txQCQE4wxjk97Q", "tron:0x2b6653dc")]
    [InlineData("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", "bip122:000000000019d6689c085ae165831e93")]
    [InlineData("rvYAfWj5gh67oV6fW32ZzP3Aw4Eubs59B", "xrpl:0")]
    [InlineData("1BoatSLRHtKNngkdXEeobR76b53LETtpyT", null)]
    [InlineData(Key, null)]
    public void An_address_written_as_only_one_chain_writes_it_is_of_that_chain(string address, string? chain) =>
        Assert.Equal(chain, Only("list.csv", $"address,name\n{address},a\n").Chain?.Value);

    [Theory]
    [InlineData("observed,learned", "2023-09-13,2023-09-12", "learned", "not before the day observed")]
    [InlineData("observed,learned", ",2026-08-24", "learned", "not after today, 2026-08-23")]
    [InlineData("observed,learned", "2026-08-24,", "observed", "not after today, 2026-08-23")]
    public void A_day_that_cannot_be_is_refused(string columns, string days, string field, string expected)
    {
        var refused = Assert.Throws<LabelFileException>(() => LabelText.Read(
            "list.csv", $"address,name,{columns}\n{Key},a,{days}\n", new() { DefaultLearned = LabelText.Today, Latest = LabelText.Today }));

        Assert.Equal(field, refused.Faults[0].Field);
        Assert.Contains(expected, refused.Faults[0].Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_without_a_column_for_it_is_of_what_its_name_says()
    {
        string list = $"address\n{Key}\n";

        Assert.Equal(("scam", ""), (Only("scamsniffer_addresses_2026-08-22.csv", list).Abuse, Only("scamsniffer_addresses_2026-08-22.csv", list).Category));
        Assert.Equal("mixing_service", Only("mixer-addresses.csv", $"address,entity,source\n{Key},Some,them\n").Category);
        Assert.Equal("service", Only("terminal_addresses.csv", list).Category);
        Assert.Equal(new DateOnly(2026, 8, 22), Only("scamsniffer_addresses_2026-08-22.csv", list).Learned);
    }

    [Fact]
    public void A_tag_that_was_copied_twice_goes_back_to_one_source()
    {
        var copied = LabelText.Read("forta.csv", $"banned_address,wallet_tag,data_source\n{Key},Exploiter,etherscan-heist-list\n");
        var collected = LabelText.Read("tutela.csv", $"address,name,account_type,entity,legitimacy,tags\n{Key}, Exploiter,eoa,,0,heist\n");
        var own = LabelText.Read("sources.csv", "key,kind,title,url,published,derived_from,grade\nslowmist,press,SlowMist,https://example.org,2023-09-20,etherscan,c3\n");
        var lineage = new SourceLineage([.. copied.Sources, .. collected.Sources, .. own.Sources]);

        Assert.Equal(("C3", new DateOnly(2023, 9, 20)), (own.Sources[0].Grade, own.Sources[0].Published));
        Assert.Single(lineage.Witnesses([copied.Labels[0].Source, collected.Labels[0].Source, "slowmist"]));
    }

    [Fact]
    public void A_packed_file_that_is_cut_short_is_refused()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes($"address,name\n{string.Concat(Enumerable.Repeat($"{Key},x\n", 9_999))}"));
        }

        using var cut = new MemoryStream(packed.ToArray()[..^20]);
        var refused = Assert.Throws<LabelFileException>(() => LabelFileReader.Read("list.csv.gz", cut, new() { DefaultLearned = LabelText.Today }));

        Assert.Contains("a gzip file that is whole", refused.Message, StringComparison.Ordinal);
    }

    private static Label Only(string file, string text) => Assert.Single(LabelText.Read(file, text).Labels);
}
