using Spoor.Transfers;

namespace Spoor.Tracing.Evaluation;

/// <summary>Everything that money could have got to: forward in time, whatever the asset and the amount.</summary>
/// <remarks>
/// The search every tool can do, and so the floor a rule is compared with; without a limit on hops it is also the
/// ceiling, because no rule can follow what cannot be reached in order. Level by level, each address with the earliest
/// position at which it is reached.
/// </remarks>
public static class PoisonReach
{
    // Before the first block: a source may pay at any time.
    private static readonly Position Beginning = new(-1, 0, Phase.First, 0);

    /// <param name="ends">Reached, but not followed; a source is followed even when it is one of them.</param>
    /// <param name="maxHops">Transfers from a source at most.</param>
    public static Footprint From(
        IInstantTransfers transfers, ChainId chain, IReadOnlyList<Address> sources, IReadOnlySet<Address> ends, int maxHops = int.MaxValue)
    {
        var reached = sources.Distinct().ToDictionary(source => source, _ => Beginning);
        var carried = new HashSet<Transfer>(TransferIdentity.Instance);
        var level = new Dictionary<Address, Position>(reached);
        for (int hop = 1; hop <= maxHops && level.Count > 0; hop++)
        {
            var next = new Dictionary<Address, Position>();
            foreach (var (address, since) in level)
            {
                foreach (var payment in PaymentsOf(transfers, chain, address, since))
                {
                    carried.Add(payment);
                    var payee = payment.To!.Value;
                    if (reached.TryGetValue(payee, out var known) && known <= payment.Position)
                    {
                        continue;
                    }

                    reached[payee] = payment.Position;
                    if (!ends.Contains(payee))
                    {
                        next[payee] = payment.Position;
                    }
                }
            }

            level = next;
        }

        return new(reached.Keys.ToHashSet(), carried);
    }

    private static IEnumerable<Transfer> PaymentsOf(IInstantTransfers transfers, ChainId chain, Address payer, Position since) =>
        transfers.TransfersOf(chain, payer).Where(transfer =>
            transfer.From == payer && transfer.To is not null && !transfer.Amount.IsZero && transfer.Position > since);
}
