using Spoor.Attribution.Linking;

namespace Spoor.Attribution.Checks;

/// <summary>All counter-checks, in the order in which they are run and shown.</summary>
internal static class CounterChecks
{
    public static readonly IReadOnlyList<ICounterCheck> All =
    [
        new ServiceCheck(), new ContractCheck(), new KnownKeyCheck(), new BurnOrVanityCheck(), new SpentCheck(),
        new DustCheck(), new PublicityCheck(), new DateOrderCheck(), new VictimCheck(), new LabelConflictCheck(),
    ];

    public static IReadOnlyList<CounterCheck> Run(LinkCandidate candidate, CheckGround ground) =>
        [.. All.Where(check => check.AppliesTo(candidate)).Select(check => check.Check(candidate, ground))];
}
