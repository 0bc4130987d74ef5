using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Tracing.ServiceSwaps;

/// <summary>Finds the payouts that could be the other side of deposits at services which leave no message id.</summary>
/// <remarks>
/// After H. Yousaf, G. Kappos and S. Meiklejohn, <i>Tracing Transactions Across Cryptocurrency Ledgers</i> (USENIX Security 2019), which
/// matched the two sides of ShapeShift by time and value.
/// </remarks>
public static class SwapMatching
{
    private const long Million = 1_000_000;

    private static readonly bool[] Moments = [false, true];

    /// <summary>One for each deposit of the traffic that is asked for, in order of time.</summary>
    public static IReadOnlyList<SwapHypothesis> Of(ServiceTraffic traffic, Func<ServiceDeposit, bool> isAsked, SwapWorth worth, SwapParameters parameters)
    {
        var wanting = new Dictionary<TransferKey, int>();
        return
        [
            .. traffic.Deposits.Where(isAsked)
                .Select(deposit => Of(deposit, traffic.Payouts.GetValueOrDefault(deposit.Service) ?? [], worth, parameters))
                .Select(hypothesis => hypothesis with { Candidates = [.. hypothesis.Candidates.Select(candidate => candidate with { Deposits = Wanting(candidate.Payout, hypothesis.Deposit.Service) })] }),
        ];

        // Whoever asks for one deposit must not be told that its payout is nobody else's.
        int Wanting(Transfer payout, string service)
        {
            if (!wanting.TryGetValue(payout.Key, out int deposits))
            {
                wanting[payout.Key] = deposits = traffic.Deposits.Count(deposit =>
                    deposit.Service == service && IsIn(payout.Time - deposit.Payment.Time, parameters) && CandidateOf(deposit.Payment, payout, worth, parameters) is not null);
            }

            return deposits;
        }
    }

    private static SwapHypothesis Of(ServiceDeposit deposit, IReadOnlyList<Transfer> payouts, SwapWorth worth, SwapParameters parameters)
    {
        var paid = deposit.Payment.Time;
        var window = payouts.Where(payout => IsIn(payout.Time - paid, parameters)).ToList();
        var usd = worth.Of(deposit.Payment, paid);
        return new()
        {
            Deposit = deposit,
            Usd = usd,
            Candidates =
            [
                .. window.Select(payout => CandidateOf(deposit.Payment, payout, worth, parameters)).OfType<SwapCandidate>()
                    .OrderBy(candidate => candidate.OffPerMillion).ThenBy(candidate => candidate.Payout.Time)
                    .ThenBy(candidate => candidate.Payout.Chain).ThenBy(candidate => candidate.Payout, TransferOrder.Instance),
            ],
            PayoutsInWindow = window.Count,
            Unpriced = window.Count(payout => worth.Of(payout, payout.Time) is null),
            ByChancePerMille = usd is { } value ? ByChance(value, paid, payouts, worth, parameters) : null,
        };
    }

    private static bool IsIn(TimeSpan delay, SwapParameters parameters) => delay >= parameters.MinDelay && delay <= parameters.MaxDelay;

    // A service may fix the rate when the order is made, or take the one at which it pays.
    private static SwapCandidate? CandidateOf(Transfer deposit, Transfer payout, SwapWorth worth, SwapParameters parameters) =>
        Moments.Select(atPayout => Compared(deposit, payout, atPayout, worth, parameters)).OfType<SwapCandidate>()
            .Where(candidate => candidate.OffPerMillion <= parameters.TolerancePerMillion)
            .MinBy(candidate => candidate.OffPerMillion);

    private static SwapCandidate? Compared(Transfer deposit, Transfer payout, bool atPayout, SwapWorth worth, SwapParameters parameters)
    {
        var at = atPayout ? payout.Time : deposit.Time;
        return worth.Of(deposit, at) is { IsZero: false } usdIn && worth.Of(payout, at) is { } usdOut
            ? new(payout, usdIn, usdOut, atPayout, Off(usdIn, usdOut, parameters))
            : null;
    }

    private static long Off(UsdValue usdIn, UsdValue usdOut, SwapParameters parameters)
    {
        var least = usdIn.Micros * (Million - parameters.MaxFeePerMillion) / Million;
        var most = usdIn.Micros * (Million - parameters.MinFeePerMillion) / Million;
        var off = usdOut.Micros < least ? least - usdOut.Micros : usdOut.Micros > most ? usdOut.Micros - most : 0;
        // Rounded up, so that what is off by a hair is not called inside.
        var perMillion = ((off * Million) + usdIn.Micros - 1) / usdIn.Micros;
        return perMillion > long.MaxValue ? long.MaxValue : (long)perMillion;
    }

    // The payouts outside the window tell how many of that size come anyhow in such a time. One more than were seen: none in a short file is no proof that none come.
    private static long? ByChance(UsdValue usd, DateTimeOffset paid, IReadOnlyList<Transfer> payouts, SwapWorth worth, SwapParameters parameters)
    {
        var window = parameters.MaxDelay - parameters.MinDelay;
        var whole = payouts.Count == 0 ? TimeSpan.Zero : payouts[^1].Time - payouts[0].Time;
        if (whole <= window || usd.IsZero)
        {
            return null;
        }

        long similar = payouts.LongCount(payout => !IsIn(payout.Time - paid, parameters) && worth.Of(payout, payout.Time) is { } other && Off(usd, other, parameters) <= parameters.TolerancePerMillion);
        return (long)((Int128)(similar + 1) * 1_000 * window.Ticks / (whole - window).Ticks);
    }
}
