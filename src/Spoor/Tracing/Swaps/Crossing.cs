using Spoor.Transfers;

namespace Spoor.Tracing.Swaps;

/// <summary>A way of value from one chain to another: what went into a bridge, and what came out of it.</summary>
/// <param name="Name">Protocol and message, such as <c>across:10:4711</c>; names the bucket in which value waits.</param>
/// <param name="Payout">Null while nothing is known to have come out, or several payments could be it.</param>
public sealed record Crossing(string Name, CrossingEnd Deposit, CrossingEnd? Payout);

/// <summary>One end of a <see cref="Crossing"/>.</summary>
/// <param name="Party">Who paid in, or was paid; null where the bridge does not say.</param>
/// <param name="Amount">Null where the bridge does not say.</param>
public sealed record CrossingEnd(ChainId Chain, TxHash Tx, Address? Party, AssetId Asset, Amount? Amount);
