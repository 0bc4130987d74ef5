using Spoor.Chains.Files;
using Spoor.Tracing.Bridges;
using Spoor.Transfers;

namespace Spoor.Cli.Bridges;

/// <summary>What a matching found and, where the truth is known, how much of it is right.</summary>
internal sealed class BridgeMatchReport
{
    private readonly HashSet<(TxHash Deposit, TxHash Payout)>? _truth;
    private readonly HashSet<TxHash> _judged;

    public BridgeMatchReport(BridgeWindows windows, BridgeMatches matches, int payouts, IReadOnlyList<(TxHash Deposit, TxHash Payout)>? truth)
    {
        Windows = windows;
        Matches = matches;
        Payouts = payouts;
        _truth = truth?.ToHashSet();
        _judged = [.. (truth ?? []).Select(pair => pair.Deposit)];
        Methods = [.. Enum.GetValues<BridgeMethod>().Select(ScoreOf)];
    }

    public BridgeWindows Windows { get; }

    public BridgeMatches Matches { get; }

    /// <summary>How many payouts there were to choose from.</summary>
    public int Payouts { get; }

    public required IReadOnlyList<InputFile> Files { get; init; }

    public IReadOnlyList<BridgeMethodScore> Methods { get; }

    public bool HasTruth => _truth is not null;

    public int Matched => Methods.Sum(method => method.Matched);

    public int Ambiguous => Methods.Sum(method => method.Ambiguous);

    public int Unmatched => Matches.Deposits.Count(match => match.Outcome == BridgeOutcome.Unmatched);

    /// <summary>Unmatched deposits of which the truth knows a payout.</summary>
    public int Missed => Matches.Deposits.Count(match => match.Outcome == BridgeOutcome.Unmatched && _judged.Contains(match.Deposit.Tx));

    /// <summary>Whether a deposit goes with a payout; null where the truth says nothing of the deposit.</summary>
    public bool? IsRight(BridgeLeg deposit, BridgeLeg payout) =>
        _truth is not null && _judged.Contains(deposit.Tx) ? _truth.Contains((deposit.Tx, payout.Tx)) : null;

    private BridgeMethodScore ScoreOf(BridgeMethod method)
    {
        var found = Matches.Deposits.Where(match => match.Method == method).ToList();
        var matched = found.FindAll(match => match.Outcome == BridgeOutcome.Matched);
        var ambiguous = found.FindAll(match => match.Outcome == BridgeOutcome.Ambiguous);
        return new(method, matched.Count, matched.Count(match => match.ByExclusion), ambiguous.Count)
        {
            Right = matched.Count(match => IsRight(match.Deposit, match.Candidates[0].Payout) is true),
            Wrong = matched.Count(match => IsRight(match.Deposit, match.Candidates[0].Payout) is false),
            WrongByExclusion = matched.Count(match => match.ByExclusion && IsRight(match.Deposit, match.Candidates[0].Payout) is false),
            FirstIsRight = ambiguous.Count(match => IsRight(match.Deposit, match.Candidates[0].Payout) is true),
            KeptIsRight = ambiguous.Count(match => match.Candidates.Any(candidate => IsRight(match.Deposit, candidate.Payout) is true)),
        };
    }
}

/// <summary>What one method found.</summary>
/// <param name="ByExclusion">Of the matched, those where others had to be taken first.</param>
internal sealed record BridgeMethodScore(BridgeMethod Method, int Matched, int ByExclusion, int Ambiguous)
{
    public required int Right { get; init; }

    public required int Wrong { get; init; }

    public required int WrongByExclusion { get; init; }

    /// <summary>Ambiguous deposits whose first candidate is the right one.</summary>
    public required int FirstIsRight { get; init; }

    /// <summary>Ambiguous deposits of which some candidate is the right one.</summary>
    public required int KeptIsRight { get; init; }
}
