using Spoor.Attribution;
using Spoor.Chains.Files.Incidents;
using Spoor.Cli.Incidents;
using Spoor.Labels;
using Spoor.Transfers;

namespace Spoor.Tests.Examples;

public sealed class ShippedIncidentTests
{
    private static readonly IReadOnlyList<KnownIncident> All = IncidentLibrary.Open(null).All;

    private static readonly string[] Models = ["coinex-2023", "stake-2023", "alphapo-2023"];

    public static TheoryData<string> Folders => [.. Directory.GetDirectories(Repository.File("examples")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Every_folder_is_without_fault(string folder) =>
        Assert.Empty(IncidentFolder.Check(Repository.File($"examples/{folder}")).Faults);

    [Fact]
    public void The_program_carries_every_folder_under_its_name() =>
        Assert.Equal(Folders.Select(row => (string)row.Data), All.Select(incident => incident.Facts.Id));

    [Fact]
    public void The_first_pivot_is_an_address_of_the_thief_of_CoinEx_and_of_Stake_on_other_chains()
    {
        var pivot = AddressText.Parse(ChainId.Parse("eip155:1"), "0x75497999432B8701330fB68058bd21918C02Ac59");

        Assert.Equal(["eip155:10", "eip155:42161"], ChainsOf("coinex-2023", pivot));
        Assert.Equal(["eip155:137"], ChainsOf("stake-2023", pivot));
        Assert.Empty(ChainsOf("alphapo-2023", pivot));
    }

    [Fact]
    public void The_second_pivot_is_an_address_of_the_thief_of_Stake_and_of_Alphapo_on_other_chains()
    {
        var pivot = AddressText.Parse(ChainId.Parse("eip155:1"), "0x22bE3b0a943b1bc0ea3AeC2cB3Ef511f3920a98d");

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
}
