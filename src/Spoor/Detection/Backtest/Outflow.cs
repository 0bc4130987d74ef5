using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Detection.Backtest;

/// <summary>One movement out of a watched wallet to somebody else, with all that a simple rule asks of it.</summary>
/// <param name="Worth">Null where it has no price.</param>
/// <param name="Held">What the wallet held of the asset before it; null where its balance was never stated.</param>
/// <param name="Earlier">Worth of the wallet's earlier outflows, the latest last.</param>
public sealed record Outflow(Transfer Transfer, UsdValue? Worth, Amount? Held, IReadOnlyList<UsdValue> Earlier);
