using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Detection.Backtest;

/// <summary>One payment out of a watched wallet to somebody else, with all that a simple rule asks of it.</summary>
/// <param name="Transfer">The movement, or on UTXO chains an input of the transaction.</param>
/// <param name="Amount">What the recipient got; change is none of it.</param>
/// <param name="Worth">Null where it has no price.</param>
/// <param name="Held">What the wallet held of the asset before it; null where its balance was never stated.</param>
/// <param name="Earlier">Worth of the wallet's earlier outflows, the latest last.</param>
/// <param name="Seen">For how long the recipient had been in transfers before the block; null when it had been in none.</param>
public sealed record Outflow(Transfer Transfer, Amount Amount, UsdValue? Worth, Amount? Held, IReadOnlyList<UsdValue> Earlier, TimeSpan? Seen);

/// <summary>How many outflows a simple watch saw, and of how many it could say anything at all.</summary>
/// <param name="Needs">What it asks of an outflow.</param>
public sealed record JudgedOutflows(int Outflows, int Judged, string Needs);
