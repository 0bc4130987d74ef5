using System.Text.RegularExpressions;
using Spoor.Attribution;
using Spoor.Chains.Files.Incidents;
using Spoor.Labels;
using Spoor.Transfers;
using Spoor.Workspace.Incidents;

namespace Spoor.Tests.Examples;

public sealed partial class ShippedIncidentTests
{
    private static readonly IReadOnlyList<KnownIncident> All = IncidentLibrary.Open(null).All;

    private static readonly ChainId Ethereum = ChainId.Parse("eip155:1");

    private static readonly string[] Pivots = ["0x22bE3b0a943b1bc0ea3AeC2cB3Ef511f3920a98d", "0x75497999432B8701330fB68058bd21918C02Ac59"];

    private static readonly string[] Models = ["coinex-2023", "stake-2023", "alphapo-2023"];

    public static TheoryData<string> Folders => [.. Directory.GetDirectories(Repository.File("examples")).Select(path => Path.GetFileName(path)).Where(name => name is not ("ledger" or "backtest" or "watches")).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Every_folder_is_without_fault(string folder) =>
        Assert.Empty(IncidentFolder.Check(Repository.File($"examples/{folder}")).Faults);

    [Fact]
    public void The_program_carries_every_folder_under_its_name() =>
        Assert.Equal(Folders.Select(row => (string)row.Data), All.Select(incident => incident.Facts.Id));

    [Fact]
    public void There_are_the_model_cases_and_at_least_thirty_others() => Assert.True(All.Count >= 34, $"{All.Count} incidents.");

    [Fact]
    public void No_address_of_a_thief_stands_in_two_incidents_but_the_two_pivots()
    {
        var shared = All.SelectMany(incident => incident.Facts.ToCase().Of(MemberSide.Thief), (incident, member) => (incident.Id, member.Subject))
            .GroupBy(one => one.Subject is LabelSubject.OfAddress account ? AddressText.RenderKey(account.Address) : one.Subject.ToString())
            .Where(group => group.Select(one => one.Id).Distinct().Count() > 1)
            .Select(group => group.Key);

        Assert.Equal(Pivots, shared.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Services_that_several_thieves_used_are_there_to_tempt()
    {
        int shared = All.SelectMany(incident => incident.Facts.ToCase().Of(MemberSide.Service), (incident, member) => (incident.Id, member.Subject))
            .GroupBy(one => one.Subject).Count(group => group.Select(one => one.Id).Distinct().Count() > 1);

        Assert.True(shared >= 5, $"{shared} services of several incidents.");
    }

    [Fact]
    public void An_address_in_a_text_has_its_checksum()
    {
        // A script, and what it joins, write addresses as the files that are searched do.
        var texts = Directory.GetFiles(Repository.File("examples"), "*.*", SearchOption.AllDirectories).Where(path => Path.GetExtension(path) != ".sh" && !path.Contains("backtest", StringComparison.Ordinal)).Select(File.ReadAllText);
        // CAIP-19 names tokens in lower case.
        var written = texts.SelectMany(text => Address().Matches(text.Replace("erc20:0x", "erc20:", StringComparison.Ordinal))).Select(match => match.Value).Distinct().ToList();

        Assert.NotEmpty(written);
        Assert.DoesNotContain(written, address => AddressText.Render(Ethereum, AddressText.Parse(Ethereum, address)) != address);
    }

    [Fact]
    public void The_list_of_the_FBI_has_33_addresses()
    {
        var listed = Case("stake-2023").Members.Where(member => member.Sources.Contains("fbi-stake")).Select(member => (LabelSubject.OfAddress)member.Subject);

        Assert.Equal(
            ["bip122:000000000019d6689c085ae165831e93 22", "eip155:1 4", "eip155:137 2", "eip155:56 5"],
            listed.GroupBy(account => account.Chain!.Value.Value).Select(group => $"{group.Key} {group.Count()}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("coinex-2023", "coinex_2023", 59)]
    [InlineData("stake-2023", "stake_2023", 43)]
    [InlineData("alphapo-2023", "alphapo_2023", 8)]
    [InlineData("kucoin-2020", "kucoin_2020", 39)]
    public void The_wallets_are_those_of_the_collected_facts(string id, string collected, int count)
    {
        var rows = File.ReadLines(SharedData.File($"incidents/{collected}/addresses.csv")).Skip(1).Select(row => row.Split(',')[2]);

        var wallets = IncidentLibrary.Open(null).Find(id).Facts.Wallets;

        Assert.Equal(count, wallets.Count);
        Assert.Equal(
            rows.Select(address => address.ToUpperInvariant()).Order(StringComparer.Ordinal),
            wallets.Select(wallet => wallet.Address.ToUpperInvariant()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_first_pivot_is_an_address_of_the_thief_of_CoinEx_and_of_Stake_on_other_chains()
    {
        var pivot = AddressText.Parse(Ethereum, "0x75497999432B8701330fB68058bd21918C02Ac59");

        Assert.Equal(["eip155:10", "eip155:42161"], ChainsOf("coinex-2023", pivot));
        Assert.Equal(["eip155:137"], ChainsOf("stake-2023", pivot));
        Assert.Empty(ChainsOf("alphapo-2023", pivot));
    }

    [Fact]
    public void The_second_pivot_is_an_address_of_the_thief_of_Stake_and_of_Alphapo_on_other_chains()
    {
        var pivot = AddressText.Parse(Ethereum, "0x22bE3b0a943b1bc0ea3AeC2cB3Ef511f3920a98d");

        Assert.Equal(["eip155:56"], ChainsOf("stake-2023", pivot));
        Assert.Equal(["eip155:1"], ChainsOf("alphapo-2023", pivot));
        Assert.Empty(ChainsOf("coinex-2023", pivot));
    }

    [Fact]
    public void The_FBI_named_the_actor_behind_Stake_two_days_after_the_theft_and_neither_pivot_is_in_its_list()
    {
        var stake = Case("stake-2023");

        var finding = Assert.Single(stake.Findings);
        Assert.Equal(("Lazarus Group", "fbi-stake", new DateOnly(2023, 9, 6)), (finding.Actor, finding.Source, finding.Made));
        var source = stake.Sources.Find("fbi-stake")!;
        Assert.Equal((SourceKind.Authority, "A2", finding.Made), (source.Kind, source.Grade, source.Published));
        Assert.DoesNotContain(stake.Members, member => member.Role == "linking" && member.Sources.Contains("fbi-stake"));
    }

    [Fact]
    public void No_finding_of_the_model_cases_stands_without_that_of_the_FBI()
    {
        var without = new HashSet<string> { "fbi-stake" };

        Assert.All(
            Models.Select(Case),
            one => Assert.DoesNotContain(one.Findings, finding => one.Sources.StandsWithout(finding.Source, without)));
    }

    private static TheftCase Case(string id) => IncidentLibrary.Open(null).Find(id).Facts.ToCase();

    private static IEnumerable<string> ChainsOf(string id, Address address) => Case(id).Of(MemberSide.Thief)
        .Select(member => member.Subject).OfType<LabelSubject.OfAddress>()
        .Where(account => account.Address == address).Select(account => account.Chain!.Value.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex("0x[0-9a-fA-F]{40}(?![0-9a-fA-F])")]
    private static partial Regex Address();
}
