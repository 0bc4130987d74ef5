using Spoor.Transfers;

namespace Spoor.Storage.Index;

/// <content>How busy addresses are, and what they had done before.</content>
internal sealed partial class IndexedTransfers
{
    public Activity? ActivityOf(ChainId chain, Address address)
    {
        var later = tail.ActivityOf(chain, address);
        bool coins = TouchOf(chain).HasCoins || index.Of(chain)?.Catalog.Credibility.Coins > 0;
        if (index.Of(chain) is not { } indexed || indexed.NumberOf(address) is not (not 0 and var number))
        {
            return later is { } only ? Measured(only, chain, address, coins) : later;
        }

        var known = indexed.ActivityOf(number);
        if (later is { } more)
        {
            known = TailPayments.Add(tail.TransfersOf(chain, address), address, indexed, number, new(
                known.Transfers + more.Transfers,
                known.Counterparties,
                known.First < more.First ? known.First : more.First,
                known.Last > more.Last ? known.Last : more.Last));
        }

        // Where all is credible the index has counted it; else what anybody can make up has to be left out movement by movement.
        bool whole = indexed.Catalog.Credibility.IsWhole(coins) && tail.TransfersOf(chain, address).All(transfer => CredibleMovement.Is(transfer, coins));
        return !whole || TouchOf(chain).Has(address) ? Measured(known, chain, address, coins) : known with
        {
            Counterparties = known.Counterparties + (later is null ? 0 : NewCounterparties(chain, address, indexed, number)),
            Credible = known.Transfers,
        };
    }

    public bool MovedSeveralAssets(ChainId chain) =>
        TouchOf(chain).Assets.Union(index.Of(chain)?.Catalog.Assets ?? []).Skip(1).Any();

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

    private Activity Measured(Activity activity, ChainId chain, Address address, bool coins)
    {
        HashSet<Address> counterparties = [];
        long credible = 0;
        foreach (var transfer in TransfersOf(chain, address).Where(transfer => CredibleMovement.Is(transfer, coins)))
        {
            credible++;
            counterparties.UnionWith(OtherSideOf(chain, transfer).SelectMany(PartiesOf));
        }

        counterparties.Remove(address);
        return activity with { Counterparties = counterparties.Count, Credible = credible };
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
