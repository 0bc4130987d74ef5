using System.Globalization;
using Spoor.Transfers;

namespace Spoor.Tracing.Mixers.Heuristics;

/// <summary>T2: a withdrawal that its recipient sent pays a gas price that one deposit of the pool alone had paid before.</summary>
/// <remarks>
/// Tutela (arXiv 2201.06811), §3; only while the sender chose the price, so up to EIP-1559. How often two strangers meet in a
/// price is told by Good and Turing's estimate for what was seen once (I. J. Good, Biometrika 40, 1953).
/// </remarks>
internal sealed class UniqueGasPrice : IMixerHeuristic
{
    // First block whose base fee the protocol sets, by chain; where none is listed, the price is the sequencer's or not known to be free.
    private static readonly Dictionary<ChainId, long> FreeUntil = new()
    {
        [ChainId.Parse("eip155:1")] = 12_965_000,
        [ChainId.Parse("eip155:56")] = long.MaxValue,
        [ChainId.Parse("eip155:100")] = 19_040_000,
        [ChainId.Parse("eip155:137")] = 23_850_000,
    };

    public IEnumerable<MixerHypothesis> Find(MixerGround ground) => ground.Activity.Pools.SelectMany(pool => Find(ground, pool));

    public string? Unchecked(MixerGround ground)
    {
        long without = ground.Activity.Deposits.LongCount(deposit => deposit.GasPrice is null && IsFree(deposit.Pool, deposit.Position))
            + ground.Activity.Withdrawals.LongCount(withdrawal => withdrawal.GasPrice is null && IsFree(withdrawal.Pool, withdrawal.Position));
        return without == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"the gas price of {without} deposits and withdrawals is not known: transfers do not carry it");
    }

    private static IEnumerable<MixerHypothesis> Find(MixerGround ground, MixerPool pool)
    {
        var deposits = ground.Activity.Deposits.Where(deposit => deposit.Pool == pool && deposit.GasPrice is not null && IsFree(pool, deposit.Position)).ToList();
        var byPrice = new Dictionary<Amount, List<MixerDeposit>>();
        var timesSeen = new Dictionary<int, int>();
        int next = 0;
        foreach (var withdrawal in ground.Activity.Withdrawals.Where(withdrawal => withdrawal.Pool == pool && withdrawal.IsSelfRelayed && IsFree(pool, withdrawal.Position)))
        {
            for (; next < deposits.Count && deposits[next].Position < withdrawal.Position; next++)
            {
                Count(byPrice, timesSeen, deposits[next]);
            }

            if (withdrawal.GasPrice is { } price && byPrice.TryGetValue(price, out var same) && same.Count == 1)
            {
                yield return Of(ground, same[0], withdrawal, CoincidencePerMillion(timesSeen, next));
            }
        }
    }

    private static void Count(Dictionary<Amount, List<MixerDeposit>> byPrice, Dictionary<int, int> timesSeen, MixerDeposit deposit)
    {
        if (!byPrice.TryGetValue(deposit.GasPrice!.Value, out var same))
        {
            byPrice[deposit.GasPrice.Value] = same = [];
        }

        timesSeen[same.Count] = timesSeen.GetValueOrDefault(same.Count) - 1;
        same.Add(deposit);
        timesSeen[same.Count] = timesSeen.GetValueOrDefault(same.Count) + 1;
    }

    // Good and Turing: a price seen once stands for 2·n2 / (n1·n) of all that come; one more of each, so that it is never nothing.
    private static long CoincidencePerMillion(Dictionary<int, int> timesSeen, int seen) =>
        2_000_000L * (timesSeen.GetValueOrDefault(2) + 1) / ((timesSeen.GetValueOrDefault(1) + 1L) * (seen + 1));

    private static MixerHypothesis Of(MixerGround ground, MixerDeposit deposit, MixerWithdrawal withdrawal, long coincidence)
    {
        int sources = ground.SourcesBefore([deposit.Pool], withdrawal.Position);
        return new()
        {
            Method = MixerMethod.GasPrice,
            Source = deposit.From,
            Deposits = [deposit],
            Withdrawals = [withdrawal],
            Candidates = 1,
            Sources = sources,
            Odds = MixerOdds.Of(sources, 1, MixerMethod.GasPrice.HitPerMillion, coincidence),
            Reason = $"Of all deposits of the pool before it, only this one paid the withdrawal's gas price, {deposit.GasPrice} units.",
        };
    }

    private static bool IsFree(MixerPool pool, Position position) => FreeUntil.TryGetValue(pool.Chain, out long until) && position.Block < until;
}
