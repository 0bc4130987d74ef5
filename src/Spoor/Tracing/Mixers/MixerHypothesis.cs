using Spoor.Transfers;

namespace Spoor.Tracing.Mixers;

/// <summary>That certain withdrawals from a mixer are of certain deposits: never more than a hypothesis, and no part of any books.</summary>
public sealed record MixerHypothesis
{
    /// <summary>The method that says so: <c>T1</c>.</summary>
    public required MixerMethod Method { get; init; }

    /// <summary>Who deposited.</summary>
    public required Address Source { get; init; }

    /// <summary>In order; where the method ties persons and no notes, what the person had deposited by then.</summary>
    public required IReadOnlyList<MixerDeposit> Deposits { get; init; }

    /// <summary>In order; every one has a deposit before it.</summary>
    public required IReadOnlyList<MixerWithdrawal> Withdrawals { get; init; }

    /// <summary>Sources that show the same pattern, this one among them; they share the probability.</summary>
    public required int Candidates { get; init; }

    /// <summary>All who had deposited by then where they could be the source: what one would choose from without the method.</summary>
    public required int Sources { get; init; }

    public required MixerOdds Odds { get; init; }

    /// <summary>What was seen, in a sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>Transactions outside the pools on which it rests besides those of the notes.</summary>
    public IReadOnlyList<TxHash> Outside { get; init; } = [];

    public ChainId Chain => Deposits[0].Pool.Chain;

    /// <summary>In order of their first withdrawal, each once.</summary>
    public IReadOnlyList<Address> Recipients => [.. Withdrawals.Select(withdrawal => withdrawal.Recipient).Distinct()];

    /// <summary>The smallest set of notes among which one of the withdrawals hid; null where the data lack deposits.</summary>
    public long? AnonymitySet => Withdrawals.Any(withdrawal => withdrawal.AnonymitySet is null) ? null : Withdrawals.Min(withdrawal => withdrawal.AnonymitySet);

    /// <summary>All transactions that it rests on, in order.</summary>
    public IReadOnlyList<TxHash> Evidence =>
        [.. Deposits.Select(deposit => deposit.Tx).Concat(Withdrawals.Select(withdrawal => withdrawal.Tx)).Concat(Outside).Distinct()];
}
