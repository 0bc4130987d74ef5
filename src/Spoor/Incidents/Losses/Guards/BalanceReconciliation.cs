using System.Numerics;
using Spoor.Transfers;

namespace Spoor.Incidents.Losses.Guards;

/// <summary>What the victim's books say of one asset over the time of the theft, in its smallest unit.</summary>
/// <param name="Outflow">Legitimate outflow alone: withdrawals, rescue, own moves.</param>
public sealed record BalanceReconciliation(AssetId Asset, Amount Start, Amount Inflow, Amount Outflow, Amount End)
{
    /// <summary>What is missing: start + inflow − legitimate outflow − end, and never less than nothing.</summary>
    public Amount Drop
    {
        get
        {
            var drop = (BigInteger)Start.Units + Inflow.Units - Outflow.Units - End.Units;
            return new(drop.Sign < 0 ? UInt128.Zero : drop > UInt128.MaxValue ? UInt128.MaxValue : (UInt128)drop);
        }
    }
}
