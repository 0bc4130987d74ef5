using Spoor.Transfers;

namespace Spoor.Storage.Index;

/// <content>How busy addresses are, and what they had done before.</content>
internal sealed partial class IndexedTransfers
{
    public Activity? ActivityOf(ChainId chain, Address address)
    {
        var later = tail.ActivityOf(chain, address);
        var touch = TouchOf(chain);
        bool coins = touch.HasCoins || index.Of(chain)?.Catalog.Credibility.HasCoins == true;
        if (index.Of(chain) is not { } indexed || indexed.NumberOf(address) is not (not 0 and var number))
        {
            return later is { } only ? Measured(only, chain, address, coins) : later;
        }

        var known = indexed.ActivityOf(number);
        if (later is { } more)
        {
            known = TailPayments.Add(tail.TransfersOf(chain, address), address, indexed, number, known with
            {
                Transfers = known.Transfers + more.Transfers,
                First = known.First < more.First ? known.First : more.First,
                Last = known.Last > more.Last ? known.Last : more.Last,
            });
        }

        // With the first coin of a chain, or with another list of tokens, other movements count than when the index was built.
        if (!indexed.Counts(coins))
        {
            return Measured(known, chain, address, coins);
        }

        List<Transfer> credible = [.. tail.TransfersOf(chain, address).Where(transfer => CredibleMovement.Is(transfer, coins))];
        return known with
        {
            Counterparties = known.Counterparties + NewCounterparties(chain, address, credible, indexed, number),
            Credible = known.Credible + credible.Count,
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

    private long NewCounterparties(ChainId chain, Address address, List<Transfer> credible, ChainIndex indexed, uint number)
    {
        HashSet<Address> others = [.. credible.SelectMany(PartiesOf), .. AcrossOf(chain, address)];
        others.Remove(address);
        long added = 0;
        foreach (var other in others)
        {
            uint known = indexed.NumberOf(other);
            added += known != 0 && indexed.HaveDealt(number, known) ? 0 : 1;
        }

        return added;
    }

    // On a UTXO chain: in transactions of which some rows came later.
    private IEnumerable<Address> AcrossOf(ChainId chain, Address address) =>
        from transaction in TouchOf(chain).TransactionsOf(address)
        from transfer in TransactionOf(chain, transaction)
        where transfer.Kind is TransferKind.UtxoIn or TransferKind.UtxoOut && (transfer.From == address || transfer.To == address)
        from other in OtherSideOf(chain, transfer)
        from party in PartiesOf(other)
        select party;

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
