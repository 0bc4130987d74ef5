using System.Globalization;
using Spoor.Cli.Output;
using Spoor.Reporting;
using Spoor.Tracing.ServiceSwaps;
using Spoor.Transfers;

namespace Spoor.Cli.Swaps;

/// <summary>Payouts that may belong to deposits, as a page.</summary>
internal static class SwapText
{
    // A page is read, not scrolled; --json has everything.
    private const int MaxDeposits = 20;
    private const int MaxCandidates = 5;

    private static readonly AmountText Amounts = new(TokenList.Builtin);

    public static void Write(Terminal terminal, IReadOnlyList<SwapHypothesis> found, SwapParameters parameters)
    {
        int fitting = found.Count(hypothesis => hypothesis.Candidates.Count > 0);
        terminal.Heading($"{Counted.Of(found.Count, "deposit", "deposits")} at swap services, {Counted.Of(fitting)} with a payout that fits");
        foreach (var hypothesis in found.Take(MaxDeposits))
        {
            terminal.Line();
            Write(terminal, hypothesis);
        }

        terminal.Line();
        if (found.Count > MaxDeposits)
        {
            terminal.Line($"  … and {Counted.Of(found.Count - MaxDeposits, "deposit", "deposits")} more (--json has all)");
        }

        terminal.Sentence(string.Create(
            CultureInfo.InvariantCulture,
            $"Looked at: payouts of the same service {parameters.MinDelay.TotalSeconds:0} seconds to {parameters.MaxDelay.TotalHours:0} hours after the deposit, worth it less a fee of ")
            + $"{PerMillionText.Percent(parameters.MinFeePerMillion)} to {PerMillionText.Percent(parameters.MaxFeePerMillion)}, give or take {PerMillionText.Percent(parameters.TolerancePerMillion)}, "
            + "at the prices of the deposit or of the payout. A payout that fits is a lead, no finding: docs/methods/service-swaps.md.");
    }

    private static void Write(Terminal terminal, SwapHypothesis hypothesis)
    {
        var payment = hypothesis.Deposit.Payment;
        string order = hypothesis.Deposit.Forward is null ? "" : ", at an address made for the order";
        terminal.Line($"  {Rendered.Moment(payment.Time)}  {Worth(payment)} ({(hypothesis.Usd is { } usd ? $"{UsdText.Of(usd)} USD" : "no price")}) to {hypothesis.Deposit.Service}{order}");
        terminal.Line($"     {payment.Chain} {payment.Tx.Render(payment.Chain)} from {AddressText.Render(payment.Chain, payment.From!.Value)}");
        if (hypothesis.Candidates.Count == 0)
        {
            terminal.Line($"     None of {Counted.Of(hypothesis.PayoutsInWindow, "payout", "payouts")} in the window fits{Unpriced(hypothesis)}.");
            return;
        }

        string chance = hypothesis.ProbabilityPerMillion is { } probability
            ? $"{(hypothesis.Candidates.All(one => hypothesis.ChanceOf(one) == probability) ? "each with" : "with at most")} a chance of {PerMillionText.Percent(probability)}"
            : "with a chance that nothing tells, because the data are no longer than the window";
        terminal.Line($"     {Counted.Of(hypothesis.Candidates.Count)} of {Counted.Of(hypothesis.PayoutsInWindow, "payout", "payouts")} in the window fit, {chance}; {ByChance(hypothesis)}{Unpriced(hypothesis)}:");
        foreach (var candidate in hypothesis.Candidates.Take(MaxCandidates))
        {
            var payout = candidate.Payout;
            terminal.Line($"     - {Rendered.Moment(payout.Time)}  {Worth(payout)} ({UsdText.Of(candidate.UsdOut)} USD, {Kept(candidate)}{Wanted(candidate)}) to {AddressText.ToCaip10(payout.Chain, payout.To!.Value)}");
            terminal.Line($"       {payout.Chain} {payout.Tx.Render(payout.Chain)}");
        }

        if (hypothesis.Candidates.Count > MaxCandidates)
        {
            terminal.Line($"       … and {Counted.Of(hypothesis.Candidates.Count - MaxCandidates)} more (--json has all)");
        }
    }

    private static string ByChance(SwapHypothesis hypothesis) => hypothesis.ByChancePerMille is { } expected
        ? string.Create(CultureInfo.InvariantCulture, $"by chance the window would hold {expected / 1_000}.{expected % 1_000:000}")
        : "how many come by chance is not known";

    private static string Kept(SwapCandidate candidate) => candidate.KeptPerMillion < 0
        ? $"{PerMillionText.Percent(-candidate.KeptPerMillion)} more than came in"
        : $"{PerMillionText.Percent(candidate.KeptPerMillion)} kept";

    private static string Wanted(SwapCandidate candidate) => candidate.Deposits > 1 ? $", fits {candidate.Deposits} deposits" : "";

    private static string Unpriced(SwapHypothesis hypothesis) => hypothesis.Unpriced == 0 ? "" : $"; {Counted.Of(hypothesis.Unpriced)} without a price could";

    private static string Worth(Transfer payment) => Amounts.WithName(payment.Asset, payment.Amount);
}
