using Spoor.Transfers;

namespace Spoor.Storage.Index;

/// <content>How busy addresses are, and what they had done before.</content>
internal sealed partial class IndexedTransfers
{
    public Activity? ActivityOf(ChainId chain, Address address)
    {
        var later = tail.ActivityOf(chain, address);
        if (index.Of(chain) is not { } indexed || indexed.NumberOf(address) is not (not 0 and var number))
        {
            return later is not null && TouchOf(chain).Has(address) ? Measured(chain, address) : later;
        }

        if (TouchOf(chain).Has(address))
        {
            return Measured(chain, address);
        }

        var known = indexed.ActivityOf(number);
        return later is not { } more ? known : new(
            known.Transfers + more.Transfers,
            known.Counterparties + NewCounterparties(chain, address, indexed, number),
            known.First < more.First ? known.First : more.First,
            known.Last > more.Last ? known.Last : more.Last);
    }

    /// <summary>As <see cref="ITransferStore.PastOfAsync"/> for one address.</summary>
    internal Past? PastOf(ChainId chain, Address address, long beforeBlock, HashSet<AssetId> tokens)
    {
        long movements = 0;
        DateTimeOffset? first = null;
        foreach (var transfer in TransfersOf(chain, address).TakeWhile(transfer => transfer.Position.Block < beforeBlock))
        {
            bool counts = !transfer.Amount.IsZero && (transfer.Kind != TransferKind.Token || tokens.Contains(transfer.Asset));
            movements += counts ? 1 : 0;
            first = counts && transfer.IsTimed && (first is null || transfer.Time < first) ? transfer.Time : first;
        }

        return movements > 0 ? new(movements, first) : null;
    }

    private TailTouch TouchOf(ChainId chain) => touched.TryGetValue(chain, out var touch) ? touch : TailTouch.None;

    // Of two that dealt with each other, the one with the shorter history tells it.
    private long NewCounterparties(ChainId chain, Address address, ChainIndex indexed, uint number)
    {
        long added = 0;
        foreach (var other in tail.TransfersOf(chain, address).SelectMany(PartiesOf).Distinct().Where(other => other != address))
        {
            uint known = indexed.NumberOf(other);
            added += known != 0 && indexed.HaveDealt(number, known) ? 0 : 1;
        }

        return added;
    }

    private Activity Measured(ChainId chain, Address address)
    {
        HashSet<Address> counterparties = [];
        var transfers = TransfersOf(chain, address);
        foreach (var transfer in transfers)
        {
            counterparties.UnionWith(OtherSideOf(chain, transfer).SelectMany(PartiesOf));
        }

        counterparties.Remove(address);
        return new(transfers.Count, counterparties.Count, transfers.Min(transfer => transfer.Time), transfers.Max(transfer => transfer.Time));
    }

    private IEnumerable<Transfer> OtherSideOf(ChainId chain, Transfer transfer) => transfer.Kind switch
    {
        TransferKind.UtxoIn => TransactionOf(chain, transfer.Tx).Where(other => other.Kind == TransferKind.UtxoOut),
        TransferKind.UtxoOut => TransactionOf(chain, transfer.Tx).Where(other => other.Kind == TransferKind.UtxoIn),
        _ => [transfer],
    };

    private static IEnumerable<Address> PartiesOf(Transfer transfer)
    {
        if (transfer.From is { } from)
        {
            yield return from;
        }

        if (transfer.To is { } to && transfer.To != transfer.From)
        {
            yield return to;
        }
    }
}
