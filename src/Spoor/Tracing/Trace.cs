using System.Numerics;
using Spoor.Tracing.Swaps;
using Spoor.Transfers;

namespace Spoor.Tracing;

/// <summary>Where stolen value went (or came from), under one rule, with books that balance.</summary>
public sealed record Trace
{
    public required TraceRequest Request { get; init; }

    /// <summary>By number, from 1.</summary>
    public required IReadOnlyList<Theft> Thefts { get; init; }

    /// <summary>Every holding that tainted value reached, by hop, then by amount received, largest first.</summary>
    public required IReadOnlyList<TracedHolding> Holdings { get; init; }

    /// <summary>Every transfer that carried taint, in chain and position order; one row per theft it carried.</summary>
    public required IReadOnlyList<TracedTransfer> Transfers { get; init; }

    /// <summary>Every exchange of assets, and way into or over a bridge, that carried taint, in chain and position order; one per theft.</summary>
    public required IReadOnlyList<TracedConversion> Conversions { get; init; }

    public required IReadOnlyList<Opening> Openings { get; init; }

    public required IReadOnlyList<Collision> Collisions { get; init; }

    /// <summary>Assets left out, in order: more of them moved than an honest asset has, so their sums mean nothing.</summary>
    public required IReadOnlyList<AssetId> Refused { get; init; }

    /// <summary>One per theft, in order of theft.</summary>
    public required IReadOnlyList<Book> Books { get; init; }
}

/// <summary>One theft of one asset.</summary>
/// <param name="Number">The label its lots carry.</param>
/// <param name="Id">Derived from what named it: a transaction and index, a seed address and asset.</param>
/// <param name="Tx">The transaction, when the theft is one.</param>
/// <param name="Address">Who received it first (backward: who sent it last); null where that has no address.</param>
/// <param name="Amount">What it took; grows by stolen openings.</param>
public sealed record Theft(int Number, string Id, AssetId Asset, TxHash? Tx, Address? Address, Amount Amount);

/// <summary>What a trace found at one address and asset.</summary>
public sealed record TracedHolding
{
    public required AssetId Asset { get; init; }

    /// <summary>Null for a UTXO output that has no address.</summary>
    public required Address? Address { get; init; }

    /// <summary>Fewest transfers from the theft; 0 for the address the theft went to.</summary>
    public required int Hop { get; init; }

    /// <summary>Tainted units that came in.</summary>
    public required Amount Received { get; init; }

    /// <summary>Tainted units still there at the end of the data; zero where the trace stopped.</summary>
    public required Amount Held { get; init; }

    /// <summary>Tainted units that went out again, fees included.</summary>
    public required Amount Sent { get; init; }

    /// <summary>Tainted units the trace did not follow beyond here; none where a rule that overcounts sent more than came in.</summary>
    public Amount Stopped => Stop is not null && Received > Held + Sent ? Received - Held - Sent : Amount.Zero;

    /// <summary>What is held here or was not followed beyond, by theft and in units of the stolen asset.</summary>
    public IReadOnlyList<KeyValuePair<int, Amount>> Rests { get; init; } = [];

    public required DateTimeOffset First { get; init; }

    public required DateTimeOffset Last { get; init; }

    /// <summary>Why taint was not followed beyond this address, and the label that says so; null where it was followed.</summary>
    public TraceStop? Stop { get; init; }

    /// <summary>Reached, but only by payments that were set aside: in the books, and not worth a visit.</summary>
    public bool IsSetAside => Stop is { Reason: StopReason.Minor } && Held.IsZero && Sent.IsZero;
}

/// <summary>Why taint was not followed beyond an address.</summary>
/// <param name="Label">The name of the service, where there is one.</param>
public sealed record TraceStop(StopReason Reason, string? Label)
{
    /// <summary>What decided, in words; null where the reason says all.</summary>
    public string? Why { get; init; }

    public string Name => Reason.ToString().ToLowerInvariant();

    public override string ToString() => Label is null ? Name : $"{Name}: {Label}";
}

/// <summary>A transfer and the part of it that is tainted by one theft.</summary>
public readonly record struct TracedTransfer(Transfer Transfer, Amount Tainted, int Theft)
{
    /// <summary>What the tainted units stand for in the asset that was stolen.</summary>
    public Amount Origin { get; init; }

    /// <summary>The tainted units that this very transfer stole; the others it only passed on.</summary>
    public Amount Claimed { get; init; }
}

/// <summary>Value a holding spent without having been seen to receive it.</summary>
/// <param name="Theft">The theft it is counted to, or <see cref="Lot.NoTheft"/> when it is taken for clean.</param>
public sealed record Opening(AssetId Asset, Address? Address, Amount Amount, Position Position, DateTimeOffset Time, int Theft);

/// <summary>Value claimed by a theft that was already tainted by an earlier one, and stays with it.</summary>
/// <param name="Tx">The claimed transfer's transaction; null where all of a holding was claimed.</param>
/// <param name="Address">Who held or received it.</param>
/// <param name="Kept">The theft whose mark it keeps.</param>
/// <param name="Claimed">The theft that would have had it.</param>
public sealed record Collision(AssetId Asset, TxHash? Tx, Address? Address, Amount Amount, int Kept, int Claimed);

/// <summary>The account of one theft: where every stolen unit is, in the stolen asset, whatever it was exchanged for.</summary>
public sealed record Book
{
    public required int Theft { get; init; }

    public required Amount Stolen { get; init; }

    /// <summary>Clean units that poison has counted as stolen; zero under every rule that conserves.</summary>
    public required Amount Overcount { get; init; }

    public required Amount Held { get; init; }

    /// <summary>By reason, in the order of <see cref="StopReason"/>; reasons without an amount are absent.</summary>
    public required IReadOnlyList<KeyValuePair<StopReason, Amount>> Stopped { get; init; }

    public required Amount Fees { get; init; }

    /// <summary>Stolen and overcounted, less all that is accounted for. Zero, or there is an error in the rule or the engine.</summary>
    public BigInteger Difference =>
        (BigInteger)Stolen.Units + Overcount.Units - Held.Units - Fees.Units
        - Stopped.Aggregate(BigInteger.Zero, (sum, stop) => sum + stop.Value.Units);
}
