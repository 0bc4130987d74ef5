using Spoor.Attribution;
using Spoor.Labels;
using Spoor.Transfers;

namespace Spoor.Tests.Attribution;

/// <summary>CoinEx, Stake and Alphapo as published, put together by hand: the links are given, not searched.</summary>
/// <remarks>Addresses and days: SlowMist and ZachXBT, 13 September 2023; the FBI on Stake, 6 September 2023.</remarks>
internal static class MadeCases
{
    public const string CoinexKey = "0x75497999432b8701330fb68058bd21918c02ac59";
    public const string AlphapoKey = "0x22be3b0a943b1bc0ea3aec2cb3ef511f3920a98d";

    public static readonly DateOnly LinkedOn = new(2023, 9, 13);

    private static readonly Citation Fbi = Source("fbi-stake", SourceKind.Authority, new(2023, 9, 6)) with { Title = "FBI on the theft from Stake", Grade = "A2" };
    private static readonly Citation SlowMist = Source("slowmist", SourceKind.Primary, LinkedOn) with { Grade = "B2" };
    private static readonly Citation ZachXbt = Source("zachxbt", SourceKind.Primary, LinkedOn) with { Grade = "B2" };
    private static readonly Citation Echo = Source("press-echo", SourceKind.Press, LinkedOn) with { DerivedFrom = ["slowmist"] };

    public static IReadOnlyList<Citation> FbiOnly => [Fbi];

    public static TheftCase Coinex { get; } = Case("coinex-2023", "CoinEx", new(2023, 9, 12), []);

    public static TheftCase Stake { get; } = Case("stake-2023", "Stake", new(2023, 9, 4), [new("Lazarus Group", "fbi-stake", new(2023, 9, 6), "Lazarus Group took 41 million USD from Stake.")]);

    public static TheftCase Alphapo { get; } = Case("alphapo-2023", "Alphapo", new(2023, 7, 22), []);

    public static Link CoinexStake { get; } = Link("coinex-2023", "stake-2023", CoinexKey, ["slowmist", "zachxbt", "press-echo"]);

    public static Link StakeAlphapo { get; } = Link("stake-2023", "alphapo-2023", AlphapoKey, ["slowmist"]);

    /// <summary>All that is known by now, asked of CoinEx.</summary>
    public static AttributionRequest Request { get; } = new() { Case = Coinex, Against = [Stake, Alphapo], Links = [CoinexStake, StakeAlphapo] };

    public static AttributionRequest Without(string source) => Request with { Without = new HashSet<string> { source } };

    public static Citation Source(string key, SourceKind kind, DateOnly published) => new() { Key = key, Kind = kind, Title = key, Published = published };

    public static TheftCase Case(string id, string victim, DateOnly began, IReadOnlyList<Finding> findings, params Citation[] more) => new()
    {
        Id = id,
        Victim = victim,
        Began = new(began, TimeOnly.MinValue, TimeSpan.Zero),
        Members = [],
        Findings = findings,
        Sources = new([Fbi, SlowMist, ZachXbt, Echo, .. more]),
    };

    public static Link Link(string here, string there, string key, IReadOnlyList<string> sources, string evidence = "same-key-named")
    {
        var pivot = new LabelSubject.OfAddress(null, AddressText.Parse(ChainId.Parse("eip155:1"), key));
        return new()
        {
            Kind = LinkKind.SameKey,
            Pivot = pivot,
            Here = Side(here, pivot, "eip155:10", sources),
            There = Side(there, pivot, "eip155:137", sources),
            Evidence = evidence,
            Checks = [new("service", CheckOutcome.Passed, "No label calls it a service."), new("spent", CheckOutcome.NotChecked, "There are no transfers.")],
            Transactions = [],
            Known = LinkedOn,
            Standing = LinkStanding.Claimed,
            Verdict = "Claimed.",
            Witnesses = 2,
        };
    }

    private static LinkSide Side(string incident, LabelSubject.OfAddress pivot, string chain, IReadOnlyList<string> sources) =>
        new(incident, [new(new(pivot with { Chain = ChainId.Parse(chain) }, MemberSide.Thief, "linking", sources), [], sources)]);
}
