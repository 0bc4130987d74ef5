using System.Globalization;

namespace Spoor.Tracing.Mixers.Heuristics;

/// <summary>T5: points of anonymity mining divided by the pool's rate are the very number of blocks between deposit and withdrawal.</summary>
/// <remarks>Tutela (arXiv 2201.06811), §3. Points claimed for several notes at once are not taken apart.</remarks>
internal sealed class MiningBlocks : IMixerHeuristic
{
    public IEnumerable<MixerHypothesis> Find(MixerGround ground) =>
        ground.Claims.Distinct().OrderBy(claim => claim.Account).ThenBy(claim => claim.Points).ThenBy(claim => claim.Tx).SelectMany(claim => Find(ground, claim));

    public string? Unchecked(MixerGround ground) => ground.Claims.Count == 0 ? "no claims of anonymity mining are at hand: transfers do not carry them" : null;

    private static IEnumerable<MixerHypothesis> Find(MixerGround ground, MiningClaim claim)
    {
        var byDeposit = from deposit in ground.DepositsOf(claim.Account)
                        let blocks = BlocksOf(claim, deposit.Pool)
                        where blocks is not null
                        from withdrawal in ground.Activity.Withdrawals
                        where withdrawal.Pool == deposit.Pool && withdrawal.Position.Block == deposit.Position.Block + blocks
                        select (deposit, withdrawal);
        var byWithdrawal = from withdrawal in ground.WithdrawalsTo(claim.Account)
                           let blocks = BlocksOf(claim, withdrawal.Pool)
                           where blocks is not null
                           from deposit in ground.Activity.Deposits
                           where withdrawal.Pool == deposit.Pool && withdrawal.Position.Block == deposit.Position.Block + blocks
                           select (deposit, withdrawal);
        var pairs = byDeposit.Concat(byWithdrawal).Distinct().ToList();
        return pairs.Select(pair => Of(ground, claim, pair.deposit, pair.withdrawal, pairs.Count));
    }

    private static long? BlocksOf(MiningClaim claim, MixerPool pool) =>
        pool.MiningRate is { } rate && claim.Points > 0 && claim.Points % rate == 0 ? claim.Points / rate : null;

    private static MixerHypothesis Of(MixerGround ground, MiningClaim claim, MixerDeposit deposit, MixerWithdrawal withdrawal, int pairs)
    {
        int sources = Math.Max(pairs, ground.SourcesBefore([deposit.Pool], withdrawal.Position));
        var before = ground.Activity.Deposits.Where(other => other.Pool == deposit.Pool && other.Position < withdrawal.Position).ToList();
        // An unrelated source meets the block with its share of the deposits, spread over the blocks between first and withdrawal.
        long span = Math.Max(1, withdrawal.Position.Block - before[0].Position.Block);
        long coincidence = 1_000_000L * before.Count / sources / span;
        return new()
        {
            Method = MixerMethod.Mining,
            Source = deposit.From,
            Deposits = [deposit],
            Withdrawals = [withdrawal],
            Candidates = pairs,
            Sources = sources,
            Odds = MixerOdds.Of(sources, pairs, MixerMethod.Mining.HitPerMillion, coincidence),
            Reason = string.Create(CultureInfo.InvariantCulture, $"The claim of {claim.Points} points at {deposit.Pool.MiningRate} a block makes {claim.Points / deposit.Pool.MiningRate} blocks, as many as lie between."),
            Outside = [claim.Tx],
        };
    }
}
