using Spoor.Transfers;

namespace Spoor.Workspace.Addresses;

/// <summary>Somebody on the other side of an address's transfers.</summary>
/// <param name="In">Movements from it.</param>
/// <param name="Out">Movements to it.</param>
/// <param name="Flows">What came from it (received) and went to it (sent), by asset. Empty on UTXO chains, where nobody can say whose coin became whose.</param>
public sealed record Counterparty(Address Address, long In, long Out, DateTimeOffset? First, DateTimeOffset? Last, IReadOnlyList<AssetFlow> Flows)
{
    /// <summary>The busiest first, then by address.</summary>
    public static async Task<IReadOnlyList<Counterparty>> OfAsync(ITransferStore store, AddressPast past, CancellationToken cancellation)
    {
        var meetings = ChainRegistry.IsUtxo(past.Chain) ? await AcrossAsync(store, past, cancellation) : Directly(past);
        return
        [
            .. meetings.GroupBy(meeting => meeting.Other)
                .Select(group => Of(group.Key, [.. group]))
                .OrderByDescending(other => other.In + other.Out)
                .ThenBy(other => other.Address),
        ];
    }

    private static Counterparty Of(Address other, IReadOnlyList<Meeting> meetings)
    {
        var times = meetings.Where(meeting => meeting.Transfer.IsTimed).Select(meeting => meeting.Transfer.Time).ToList();
        return new(
            other,
            meetings.LongCount(meeting => meeting.IsIn),
            meetings.LongCount(meeting => !meeting.IsIn),
            times.Count > 0 ? times.Min() : null,
            times.Count > 0 ? times.Max() : null,
            [.. meetings.Where(meeting => meeting.IsDirect).GroupBy(meeting => meeting.Transfer.Asset).OrderBy(group => group.Key).Select(FlowOf)]);
    }

    private static AssetFlow FlowOf(IGrouping<AssetId, Meeting> meetings)
    {
        var (received, sent) = (Sum.Zero, Sum.Zero);
        foreach (var meeting in meetings)
        {
            (received, sent) = meeting.IsIn ? (received.Plus(meeting.Transfer.Amount), sent) : (received, sent.Plus(meeting.Transfer.Amount));
        }

        return new(meetings.Key, received, sent, meetings.LongCount(meeting => meeting.IsIn), meetings.LongCount(meeting => !meeting.IsIn));
    }

    private static IEnumerable<Meeting> Directly(AddressPast past)
    {
        foreach (var transfer in past.Transfers)
        {
            if (transfer.From == past.Address && transfer.To is { } to && to != past.Address)
            {
                yield return new(to, transfer, IsIn: false, IsDirect: true);
            }
            else if (transfer.To == past.Address && transfer.From is { } from && from != past.Address)
            {
                yield return new(from, transfer, IsIn: true, IsDirect: true);
            }
        }
    }

    // Whoever is across a transaction: who pays in meets all who are paid, and the other way round; each once a transaction.
    private static async Task<IReadOnlyList<Meeting>> AcrossAsync(ITransferStore store, AddressPast past, CancellationToken cancellation)
    {
        var own = past.Transfers.ToLookup(transfer => (transfer.Tx, transfer.Kind));
        var all = await store.TransactionsAsync(past.Chain, [.. past.Transfers.Select(transfer => transfer.Tx).Distinct()], cancellation);
        return
        [
            .. all.Where(transfer => transfer.Kind == TransferKind.UtxoOut && transfer.To is { } to && to != past.Address && own.Contains((transfer.Tx, TransferKind.UtxoIn)))
                .Select(transfer => new Meeting(transfer.To!.Value, transfer, IsIn: false, IsDirect: false))
                .Concat(all.Where(transfer => transfer.Kind == TransferKind.UtxoIn && transfer.From is { } from && from != past.Address && own.Contains((transfer.Tx, TransferKind.UtxoOut)))
                    .Select(transfer => new Meeting(transfer.From!.Value, transfer, IsIn: true, IsDirect: false)))
                .DistinctBy(meeting => (meeting.Other, meeting.Transfer.Tx, meeting.IsIn)),
        ];
    }

    private readonly record struct Meeting(Address Other, Transfer Transfer, bool IsIn, bool IsDirect);
}
