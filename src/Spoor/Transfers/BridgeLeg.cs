namespace Spoor.Transfers;

/// <summary>One side of a crossing: value given to a bridge on one chain, or paid out by it, as a log, memo or file tells it.</summary>
/// <remarks>What is not told is null: many events name neither the recipient nor the amount, only the message.</remarks>
public sealed record BridgeLeg
{
    public required BridgeSide Side { get; init; }

    /// <summary>The protocol in lower case, <c>across</c>; null where only a payment was seen.</summary>
    public string? Protocol { get; init; }

    /// <summary>What the protocol calls this crossing on both chains, written the same way on both; null where it has no such name.</summary>
    public string? MessageId { get; init; }

    /// <summary>Where this leg happened.</summary>
    public required ChainId Chain { get; init; }

    /// <summary>The chain of the other leg, where this one tells it.</summary>
    public ChainId? OtherChain { get; init; }

    public required TxHash Tx { get; init; }

    /// <summary>The log that tells it; files that know no order leave it out.</summary>
    public Position Position { get; init; }

    public required DateTimeOffset Time { get; init; }

    /// <summary>The contract that said so.</summary>
    public Address? Emitter { get; init; }

    /// <summary>Whether the emitter is a known contract of the protocol: anybody can emit an event. Null where nothing was emitted.</summary>
    public bool? IsKnownEmitter { get; init; }

    public Address? Sender { get; init; }

    /// <summary>Who is paid on the destination chain; of a refund, who gets it back.</summary>
    public Address? Recipient { get; init; }

    /// <summary>The asset on the chain of this leg.</summary>
    public AssetId? Asset { get; init; }

    public Amount? Amount { get; init; }

    /// <summary>The asset of the other leg, where this one tells it.</summary>
    public AssetId? OtherAsset { get; init; }

    /// <summary>The amount of the other leg, after fees, where this one tells it.</summary>
    public Amount? OtherAmount { get; init; }

    /// <summary>A memo or further keys in the protocol's own words, for a reader.</summary>
    public string? Note { get; init; }

    public ChainId? SourceChain => Side == BridgeSide.Payout ? OtherChain : Chain;

    public ChainId? DestinationChain => Side == BridgeSide.Payout ? Chain : OtherChain;
}

/// <summary>Which side of a crossing a leg is.</summary>
public enum BridgeSide : byte
{
    Deposit = 1,

    Payout = 2,

    /// <summary>The deposit came back to the chain it came from.</summary>
    Refund = 3,
}
