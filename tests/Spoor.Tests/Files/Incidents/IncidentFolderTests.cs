using Spoor.Chains.Files.Incidents;

namespace Spoor.Tests.Files.Incidents;

/// <summary>A small incident with one thing changed at a time.</summary>
public sealed class IncidentFolderTests
{
    private const string Undated = "    when: 2023-09-12\n";

    [Fact]
    public void A_folder_as_described_has_no_fault_and_is_read_whole()
    {
        var check = SmallIncident.Check();

        Assert.Empty(check.Faults);
        Assert.Equal(("small-2023", 4, 1, 2), (check.Facts!.Id, check.Facts.Wallets.Count, check.Facts.Totals.Count, check.Facts.Sources.Count));
        Assert.Equal(["fbi"], check.Facts.Sources[1].DerivedFrom);
        Assert.Equal("FBI", check.Facts.Findings[0].Actor[..3]);
    }

    [Fact]
    public void A_statement_that_nobody_dates_counts_from_the_day_of_its_source_or_on_no_day()
    {
        var dated = SmallIncident.Check().Facts!;
        var published = SmallIncident.Check(Yaml(Undated, "source: fbi # said")).Facts!;
        var undated = SmallIncident.Check(Yaml(Undated)).Facts!;

        Assert.Equal(new DateOnly(2023, 9, 12), dated.KnownFrom(dated.LossStatements[0]));
        Assert.Equal(new DateOnly(2023, 9, 13), published.KnownFrom(published.LossStatements[0]));
        Assert.Null(undated.KnownFrom(undated.LossStatements[0]));
    }

    [Fact]
    public void A_statement_dated_before_its_sources_came_out_is_warned_of()
    {
        var check = SmallIncident.Check(Yaml("", "source: fbi # said"));

        Assert.Equal(
            "incident.yaml, line 17, warning: when: expected a day on which a source was published already, 2023-09-13 or later, found 2023-09-12; leave it out unless a source gives it.",
            Assert.Single(check.Faults).ToString());
        Assert.NotNull(check.Facts);
    }

    [Theory]
    [InlineData("victim: A bank", "vicitm: A bank", 2, "found the key 'vicitm'; did you mean 'victim'?")]
    [InlineData("victim: A bank", "victim:", 2, "expected a key 'victim' with a value")]
    [InlineData("id: small-2023", "id: Small 2023", 1, "expected small letters")]
    [InlineData("started_utc: 2023-09-12T13:20:59Z", "started_utc: 12.9.2023", 4, "expected a time such as")]
    [InlineData("started_utc: 2023-09-12T13:20:59Z", "started_utc: 2023-09-29T13:20Z", 4, "found 2023-09-29T13:20Z after its end")]
    [InlineData("ended_utc: 2023-09-12T14:00Z", "ended_utc: 2023-09-11", 5, "not before the incident started")]
    [InlineData("interpol: service_hack", "interpol: service_hak", 7, "did you mean 'service_hack'?")]
    [InlineData("interpol: service_hack", "interpool: service_hack", 7, "found the key 'interpool'; did you mean 'interpol'?")]
    [InlineData("utc: 2023-09-13", "utc: 2023-09-11", 12, "expected the time line in order")]
    [InlineData("usd: 1000", "usd: 1,000", 18, "a whole number of dollars above 0")]
    [InlineData("usd: 1000", "usd: -1", 18, "a whole number of dollars above 0")]
    [InlineData("source: press # said", "source: presse # said", 19, "found 'presse'; did you mean 'press'?")]
    [InlineData("made: 2023-09-14", "made: 2023-09-01", 23, "not before the incident started")]
    [InlineData("made: 2023-09-14", "made: 2023-9-14", 23, "expected a day such as")]
    [InlineData("source: fbi", "source: fbi;press", 22, "expected one source")]
    [InlineData("kind: authority", "kind: autority", 30, "did you mean 'authority'?")]
    [InlineData("grade: A2", "grade: A7", 34, "an Admiralty grade")]
    [InlineData("published: 2023-09-13", "published: yesterday", 33, "expected a day such as")]
    [InlineData("url: https://example.org/fbi", "url: example.org", 32, "https://")]
    [InlineData("derived_from: [fbi]", "derived_from: [fib]", 38, "found 'fib'; did you mean 'fbi'?")]
    [InlineData("derived_from: [fbi]", "derived_from: [press]", 38, "found 'press' itself")]
    [InlineData("derived_from: [fbi]", "derived_from: fbi", 38, "expected a list")]
    [InlineData("chain: eip155:1", "chain: eip155:10", 1, "with the role rescue")]
    [InlineData("title: A theft", "title: \"A \\u202Etheft\"", 3, "without control characters or invisible formatting")]
    [InlineData("title: A theft", "title: &a A theft", 3, "no anchors and no aliases")]
    [InlineData("title: A theft", "title: [", 1, "expected YAML")]
    public void A_fault_of_the_yaml_is_named_with_its_line(string right, string wrong, int line, string message)
    {
        var check = SmallIncident.Check(yaml: SmallIncident.Yaml.Replace(right, wrong, StringComparison.Ordinal));

        Assert.NotEqual(SmallIncident.Yaml, SmallIncident.Yaml.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Contains(check.Faults, fault => fault.File == "incident.yaml" && fault.Line >= line && fault.Line <= line + 1 && fault.Message.Contains(message, StringComparison.Ordinal));
        Assert.Null(check.Facts);
    }

    [Theory]
    [InlineData(",thief,Thief", ",theif,Thief", 2, "did you mean 'thief'?")]
    [InlineData("0x8bf8cd7F001D0584F98F53a3d82eD0bA498cC3dE", "0x8BF8cd7F001D0584F98F53a3d82eD0bA498cC3dE", 2, "with a right checksum")]
    [InlineData("0x8bf8cd7F001D0584F98F53a3d82eD0bA498cC3dE", "0x8bf8cd7f001d0584f98f53a3d82ed0ba498cc3de", 2, "as its chain writes it, 0x8bf8cd7F001D0584F98F53a3d82eD0bA498cC3dE")]
    [InlineData("TPFUjxQzG88Vwynrpj2W61ZAkQ9W2QYgAQ", "TPFUjxQzG88Vwynrpj2W61ZAkQ9W2QYgAR", 5, "an address of tron:0x2b6653dc")]
    [InlineData("eip155:137,0xD782E53A49D564F5fce4bA99555DD25d16d02a75", "eip155:137,0x8bf8cd7F001D0584F98F53a3d82eD0bA498cC3dE", 3, "cannot be on both sides")]
    [InlineData("eip155:137,0xD782E53A49D564F5fce4bA99555DD25d16d02a75", "eip155:1,0x8bf8cd7F001D0584F98F53a3d82eD0bA498cC3dE", 3, "stands on line 2 already")]
    [InlineData("eip155:137", "Polygon", 3, "expected eip155:137, the CAIP-2 name of Polygon")]
    [InlineData("eip155:137", "My chain", 3, "a CAIP-2 name")]
    [InlineData(",press\n", ",\n", 2, "column source: expected a value")]
    [InlineData("role,name", "roll,name", 1, "found 'roll'; did you mean 'role'?")]
    public void A_fault_of_the_wallets_is_named_with_its_line(string right, string wrong, int line, string message)
    {
        var check = SmallIncident.Check(wallets: SmallIncident.Wallets.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Contains(check.Faults, fault => fault.File == "wallets.csv" && fault.Line == line && fault.Message.Contains(message, StringComparison.Ordinal));
        Assert.Null(check.Facts);
    }

    [Theory]
    [InlineData("1000,2023", "ten,2023", "a number above 0")]
    [InlineData("1000,2023", ",2023", "expected an amount or usd, found neither")]
    [InlineData("0x8bf8cd7F001D0584F98F53a3d82eD0bA498cC3dE", "0xD782E53A49D564F5fce4bA99555DD25d16d02a75", "an address of wallets.csv on the same chain")]
    [InlineData("2023-09-12,press", "someday,press", "a time such as")]
    public void A_fault_of_the_totals_is_named_with_its_line(string right, string wrong, string message)
    {
        var check = SmallIncident.Check(totals: SmallIncident.Totals.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Contains(check.Faults, fault => fault.File == "totals.csv" && fault.Line == 2 && fault.Message.Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("prices.csv", "date,symbol,close_usd\n2023-09-12,ETH,free\n", 2, "a number above 0")]
    [InlineData("prices.csv", "date,symbol,close_usd\n2023-09-12,ETH,1\n2023-09-12,ETH,2\n", 3, "stands above already")]
    [InlineData("prices.csv", "date,symbol,close_usd,source\n2023-09-12,ETH,1,nobody\n", 2, "found 'nobody'")]
    [InlineData("transfers.csv", "chain,block,time,tx,kind,from,to,asset,amount\neip155:1,1,2023-09-12,0x12,native,unknown,unknown,eip155:1/slip44:60,1\n", 2, "the hash of a transaction")]
    [InlineData("labels.yaml", "tags: [", 2, "expected YAML")]
    [InlineData("labels.yaml", "title: T\ncreator: C\nsource: s\nnetwork: ETH\ntags:\n  - address: 'nothing'\n    label: A\n", 6, "address: expected")]
    public void A_fault_of_another_file_is_named_with_its_line(string file, string text, int line, string message)
    {
        var check = SmallIncident.Check(others: new() { [file] = text });

        Assert.Contains(check.Faults, fault => fault.File == file && fault.Line == line && fault.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_fault_is_reported_at_once_in_order_of_file_and_line()
    {
        var check = SmallIncident.Check(
            SmallIncident.Yaml.Replace("usd: 1000", "usd: x", StringComparison.Ordinal).Replace("victim:", "vicitm:", StringComparison.Ordinal),
            SmallIncident.Wallets.Replace(",thief,", ",theif,", StringComparison.Ordinal));

        Assert.Equal(["incident.yaml", "incident.yaml", "incident.yaml", "wallets.csv", "wallets.csv"], check.Faults.Select(fault => fault.File));
        Assert.Equal(check.Faults.Take(3).Select(fault => fault.Line).Order(), check.Faults.Take(3).Select(fault => fault.Line));
    }

    [Fact]
    public void A_source_that_nothing_names_is_a_warning_and_the_folder_is_read()
    {
        var check = SmallIncident.Check(SmallIncident.Yaml + "  spare:\n    kind: press\n    title: Nobody needs it\n");

        var fault = Assert.Single(check.Faults);
        Assert.True(fault.IsWarning);
        Assert.Contains("nothing names 'spare'", fault.Message, StringComparison.Ordinal);
        Assert.NotNull(check.Facts);
    }

    [Fact]
    public void A_file_that_would_end_the_process_is_refused()
    {
        var deep = SmallIncident.Check("a: " + new string('[', 100_000));
        var huge = SmallIncident.Check("# " + new string('x', 2_000_000));

        Assert.Contains("a depth of at most", deep.Faults[0].Message, StringComparison.Ordinal);
        Assert.Contains(huge.Faults, fault => fault.Message.Contains("characters", StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_file_is_a_fault_of_the_folder() =>
        Assert.Equal(["incident.yaml, line 1: expected the file, found none.", "wallets.csv, line 1: expected the file, found none."],
            IncidentFolder.Check(_ => null).Faults.Where(fault => !fault.IsWarning).Select(fault => fault.ToString()));

    private static string Yaml(string without, string source = "source: press # said")
    {
        string yaml = SmallIncident.Yaml.ReplaceLineEndings("\n").Replace("source: press # said", source, StringComparison.Ordinal);
        return without.Length == 0 ? yaml : yaml.Replace(without, "", StringComparison.Ordinal);
    }
}
