using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Detection.Baselines;

/// <summary>What a habit is told of one outflow.</summary>
/// <param name="Time">The block's time.</param>
/// <param name="Worth">Null when the asset has no price: then nothing is said or learnt of sizes.</param>
/// <param name="To">Null when the recipient has no address.</param>
/// <param name="GasPrice">Per unit of gas; null where the chain has none or nobody tells.</param>
/// <param name="InTransaction">How many outflows of the wallet its transaction has, this one among them; from 1.</param>
/// <param name="IsTold">Somebody was woken by it: then nothing is learnt but who got it, so that who is paid so again and again becomes known.</param>
public readonly record struct HabitOutflow(
    DateTimeOffset Time, UsdValue? Worth, Address? To, Amount? GasPrice = null, int InTransaction = 1, bool IsTold = false);
