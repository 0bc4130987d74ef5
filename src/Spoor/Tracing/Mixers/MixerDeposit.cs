using Spoor.Transfers;

namespace Spoor.Tracing.Mixers;

/// <summary>One note put into a pool.</summary>
/// <param name="From">Who paid it, looked up behind routers.</param>
/// <param name="GasPrice">In the smallest unit of the chain's coin; null where it is not known.</param>
public sealed record MixerDeposit(MixerPool Pool, Position Position, DateTimeOffset Time, TxHash Tx, Address From, Amount? GasPrice);

/// <summary>One note taken out of a pool.</summary>
public sealed record MixerWithdrawal
{
    public required MixerPool Pool { get; init; }

    public required Position Position { get; init; }

    public required DateTimeOffset Time { get; init; }

    public required TxHash Tx { get; init; }

    public required Address Recipient { get; init; }

    /// <summary>Who sent the transaction in the recipient's place; null where the recipient sent it, or nothing tells who did.</summary>
    public Address? Relayer { get; init; }

    /// <summary>What the pool paid to the relayer out of the note.</summary>
    public Amount Fee { get; init; }

    /// <summary>Whether the recipient is known to have sent the transaction itself.</summary>
    public bool IsSelfRelayed { get; init; }

    /// <summary>In the smallest unit of the chain's coin; null where it is not known.</summary>
    public Amount? GasPrice { get; init; }

    /// <summary>Deposits of the pool before it, in the data at hand: each could be the one it takes out, as far as the pool tells.</summary>
    public long DepositsBefore { get; init; }

    /// <summary>Notes that lay in the pool when it was made: <see cref="DepositsBefore"/> less withdrawals before; null where the data lack deposits.</summary>
    public long? AnonymitySet { get; init; }
}
