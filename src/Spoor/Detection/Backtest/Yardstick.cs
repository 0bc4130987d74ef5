using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Detection.Backtest;

/// <summary>A watch that looks at one thing alone: what the detector is measured against.</summary>
/// <remarks>What it says of one owner within <see cref="Memory"/> of its last word is one alert, so that it is not judged by its noise.</remarks>
public sealed class Yardstick : IReplayedWatch
{
    /// <summary>How long after its last word an alert is still the same one.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromHours(24);

    private readonly Dictionary<AccountOnChain, (WatchedOwner Owner, WalletBook Book)> _wallets;
    private readonly Dictionary<string, AlertNotice> _open = [];
    private readonly TransferWorth _worth;
    private readonly Func<Outflow, bool> _speaks;

    public Yardstick(string name, WatchList watch, PriceBook prices, Func<Outflow, bool> speaks)
    {
        Name = name;
        _worth = new(prices);
        _speaks = speaks;
        _wallets = watch.Owners.SelectMany(owner => owner.Wallets.Select(wallet => (owner, wallet)))
            .DistinctBy(pair => (pair.wallet.Chain, pair.wallet.Address))
            .ToDictionary(pair => new AccountOnChain(pair.wallet.Chain, pair.wallet.Address), pair => (pair.owner, new WalletBook(pair.wallet)));
    }

    public string Name { get; }

    public IReadOnlyCollection<Address> Unfamiliar(Block block) => [];

    public IReadOnlyList<AlertNotice> Apply(Block block, IReadOnlyDictionary<Address, RecipientHistory> histories)
    {
        var recipients = block.Transfers.Where(transfer => transfer.Kind == TransferKind.UtxoOut).ToLookup(transfer => transfer.Tx);
        var told = new List<AlertNotice>();
        foreach (var transfer in block.Transfers)
        {
            Find(transfer.To)?.Book.Enter(transfer, false, null);
            if (Find(transfer.From) is { } from && from.Book.Enter(transfer, Leaves(transfer, from.Owner), _worth.Of(transfer)) is { } outflow && _speaks(outflow))
            {
                told.Add(Notice(from.Owner, transfer));
            }
        }

        return told;

        (WatchedOwner Owner, WalletBook Book)? Find(Address? address) =>
            address is { } known && _wallets.TryGetValue(new(block.Chain, known), out var found) ? found : null;

        bool Leaves(Transfer transfer, WatchedOwner owner) => transfer.Kind switch
        {
            TransferKind.Fee => false,
            TransferKind.UtxoIn => recipients[transfer.Tx].Any(output => Find(output.To)?.Owner != owner),
            _ => Find(transfer.To)?.Owner != owner,
        };
    }

    private AlertNotice Notice(WatchedOwner owner, Transfer transfer)
    {
        var before = _open.GetValueOrDefault(owner.Name);
        bool isSame = before is not null && transfer.Time - before.Time <= Memory;
        var notice = new AlertNotice
        {
            Alert = isSame ? before!.Alert : $"{Name}/{owner.Name}/{transfer.Tx}",
            Number = isSame ? before!.Number + 1 : 1,
            Stage = isSame ? AlertStage.Update : AlertStage.Start,
            Class = AlertClass.Drain,
            Severity = AlertSeverity.High,
            Owner = owner.Name,
            Chain = transfer.Chain,
            At = transfer.Position,
            Time = transfer.Time,
            Tx = transfer.Tx,
            Score = 0,
            Signals = [],
            Headline = Name,
            Gone = UsdValue.Zero,
            AtRisk = UsdValue.Zero,
            Block = [],
            Transactions = [.. (isSame ? before!.Transactions : []).Append(transfer.Tx).Distinct()],
        };
        _open[owner.Name] = notice;
        return notice;
    }
}
