using Spoor.Detection.Steps;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Detection.Backtest;

/// <summary>Blocks as what left the watched owners in them, payment by payment.</summary>
/// <remarks>On UTXO chains the wallets of an owner are one purse, and what comes back to it in the same transaction has not left.</remarks>
internal sealed class OutflowReader
{
    private static readonly WatchedPlace Own = new(0, 0, WalletUse.Hot);

    private readonly Dictionary<AccountOnChain, (WatchedOwner Owner, WalletBook Book)> _wallets = [];
    private readonly TransferWorth _worth;
    private readonly TransactionFlows _flows;

    public OutflowReader(WatchList watch, PriceBook prices)
    {
        _worth = new(prices);
        _flows = new(new AssetWorth(watch, prices, TokenList.Builtin));
        foreach (var owner in watch.Owners)
        {
            foreach (var purse in owner.Wallets.GroupBy(wallet => (wallet.Chain, Alone: ChainRegistry.IsUtxo(wallet.Chain) ? (Address?)null : wallet.Address)))
            {
                var book = new WalletBook(purse);
                foreach (var wallet in purse)
                {
                    _wallets.TryAdd(new(wallet.Chain, wallet.Address), (owner, book));
                }
            }
        }
    }

    /// <summary>Whom watched wallets may have paid in a block.</summary>
    public IReadOnlyCollection<Address> Recipients(Block block)
    {
        var paying = block.Transfers.Where(transfer => Find(block.Chain, transfer.From) is not null).Select(transfer => transfer.Tx).ToHashSet();
        return [.. block.Transfers.Where(transfer => paying.Contains(transfer.Tx)).Select(transfer => transfer.To).OfType<Address>().Distinct()];
    }

    /// <summary>Enters a block.</summary>
    public IReadOnlyList<(WatchedOwner Owner, Outflow Outflow)> Read(Block block, IReadOnlyDictionary<Address, RecipientHistory> histories) =>
        ChainRegistry.IsUtxo(block.Chain)
            ? [.. block.Transfers.GroupBy(transfer => transfer.Tx).SelectMany(transaction => OfTransaction([.. transaction], histories))]
            : [.. block.Transfers.SelectMany(transfer => OfTransfer(transfer, histories))];

    private List<(WatchedOwner Owner, Outflow Outflow)> OfTransaction(IReadOnlyList<Transfer> transaction, IReadOnlyDictionary<Address, RecipientHistory> histories)
    {
        var outflows = new List<(WatchedOwner, Outflow)>();
        foreach (var spent in transaction.Where(transfer => Find(transfer.Chain, transfer.From) is not null).DistinctBy(transfer => Find(transfer.Chain, transfer.From)!.Value.Owner))
        {
            var (owner, book) = Find(spent.Chain, spent.From)!.Value;
            _flows.Begin(spent.Time);
            foreach (var transfer in transaction)
            {
                _flows.Take(transfer, transfer.Amount.Units, PlaceOf(owner, spent.Chain, transfer.From), PlaceOf(owner, spent.Chain, transfer.To));
            }

            outflows.AddRange(_flows.Payouts().Select(payout =>
                (owner, book.Pay(spent, new((UInt128)payout.Units), payout.Usd, book.HeldOf(payout.Asset), SeenFor(payout.To, spent.Time, histories)))));
        }

        foreach (var transfer in transaction)
        {
            Find(transfer.Chain, transfer.From)?.Book.Spend(transfer.Asset, transfer.Amount);
            Find(transfer.Chain, transfer.To)?.Book.Receive(transfer.Asset, transfer.Amount);
        }

        return outflows;
    }

    private List<(WatchedOwner Owner, Outflow Outflow)> OfTransfer(Transfer transfer, IReadOnlyDictionary<Address, RecipientHistory> histories)
    {
        var to = Find(transfer.Chain, transfer.To);
        to?.Book.Receive(transfer.Asset, transfer.Amount);
        if (Find(transfer.Chain, transfer.From) is not { } from)
        {
            return [];
        }

        var held = from.Book.HeldOf(transfer.Asset);
        from.Book.Spend(transfer.Asset, transfer.Amount);
        return transfer.Kind == TransferKind.Fee || to?.Owner == from.Owner
            ? []
            : [(from.Owner, from.Book.Pay(transfer, transfer.Amount, _worth.Of(transfer), held, SeenFor(transfer.To, transfer.Time, histories)))];
    }

    private WatchedPlace? PlaceOf(WatchedOwner owner, ChainId chain, Address? address) => Find(chain, address)?.Owner == owner ? Own : null;

    // What is burnt has no recipient that could be new; who sent something in a time that is not at hand is an old one.
    private static TimeSpan? SeenFor(Address? address, DateTimeOffset time, IReadOnlyDictionary<Address, RecipientHistory> histories) =>
        address is not { } known ? TimeSpan.MaxValue
        : !histories.TryGetValue(known, out var past) ? null
        : past.Movements > 0 ? time - past.First
        : past.Nonce > 0 ? TimeSpan.MaxValue
        : null;

    private (WatchedOwner Owner, WalletBook Book)? Find(ChainId chain, Address? address) =>
        address is { } known && _wallets.TryGetValue(new(chain, known), out var found) ? found : null;
}
