using System.Numerics;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Detection.Steps;

/// <summary>Reads one transaction from the side of one owner.</summary>
/// <remarks>
/// Counted is what is left after netting: change, moves between the owner's wallets and what a router passes on are no
/// outflow. A token that nobody lists counts only in a transaction that the owner itself sent, because anybody can make a
/// token whose log says that it left the owner's wallet.
/// </remarks>
internal sealed class StepOfOwner(AssetWorth worth)
{
    // A swap gives back about what it takes; a tenth is more than any ordinary fee and slippage.
    private const int SwapShare = 900;

    private readonly Dictionary<(int Purse, AssetId Asset), BigInteger> _changes = [];
    private readonly TransactionFlows _flows = new(worth);
    private List<OwnMove>? _ownMoves;
    private bool? _sentByOwner;

    /// <returns>Null when nothing is left that concerns the owner.</returns>
    public OwnerStep? Build(TransactionSlice slice, int owner)
    {
        var sent = slice.Sent;
        _sentByOwner = sent is null ? null : slice.WalletOf(owner, sent.From) is not null;
        _ownMoves = null;
        _changes.Clear();
        _flows.Begin(slice.Block.Time);
        for (int i = slice.Start; i < slice.End; i++)
        {
            Take(slice, owner, slice.Block.Transfers[i]);
        }

        return _changes.Count == 0 && _ownMoves is null ? null : Built(slice, owner, sent);
    }

    private OwnerStep Built(TransactionSlice slice, int owner, SentTransaction? sent)
    {
        var payouts = _flows.Payouts();
        var receipts = _flows.Receipts();
        var (gone, unpriced) = SumOf(payouts);
        var back = SumOf(receipts);
        var net = payouts.Count == 0 ? UsdValue.Zero : back.IsZero ? gone : gone - back;
        return new()
        {
            Owner = owner,
            Chain = slice.Block.Chain,
            At = slice.First.Position,
            Time = slice.Block.Time,
            Tx = slice.First.Tx,
            Changes = Changes(),
            Payouts = payouts,
            Receipts = receipts,
            OwnMoves = _ownMoves ?? (IReadOnlyList<OwnMove>)[],
            Sent = sent,
            SentByOwner = _sentByOwner,
            Usd = net.Micros.Sign < 0 ? UsdValue.Zero : net,
            Unpriced = unpriced,
            IsSwap = gone.Micros.Sign > 0 && !back.IsZero && 1000 * back.Micros >= SwapShare * gone.Micros,
        };
    }

    private PurseChange[] Changes()
    {
        var changes = new PurseChange[_changes.Count];
        int count = 0;
        foreach (var ((purse, asset), units) in _changes)
        {
            changes[count++] = new(purse, asset, units);
        }

        return changes;
    }

    private static (UsdValue Sum, IReadOnlyList<AssetId> Unpriced) SumOf(IReadOnlyList<Payout> payouts)
    {
        var sum = UsdValue.Zero;
        bool isPriced = true;
        foreach (var payout in payouts)
        {
            sum = payout.Usd is { } usd ? sum + usd : sum;
            isPriced &= payout.Usd is not null;
        }

        return (sum, isPriced ? [] : [.. payouts.Where(payout => payout.Usd is null).Select(payout => payout.Asset).Distinct()]);
    }

    private static UsdValue SumOf(IReadOnlyList<Receipt> receipts)
    {
        var sum = UsdValue.Zero;
        foreach (var receipt in receipts)
        {
            sum = receipt.Usd is { } usd ? sum + usd : sum;
        }

        return sum;
    }

    private bool Counts(Transfer transfer) =>
        (!transfer.Amount.IsZero || transfer.Quality == AmountQuality.Unknown)
        && (transfer.Kind != TransferKind.Token || _sentByOwner == true || worth.IsTrusted(transfer.Asset));

    private void Take(TransactionSlice slice, int owner, Transfer transfer)
    {
        if (!Counts(transfer))
        {
            return;
        }

        var from = slice.WalletOf(owner, transfer.From);
        var to = slice.WalletOf(owner, transfer.To);
        var units = (BigInteger)transfer.Amount.Units;
        _flows.Take(transfer, units, from, to);
        if (from is { } payer)
        {
            Change(payer.Purse, transfer.Asset, -units);
        }

        if (to is { } payee)
        {
            Change(payee.Purse, transfer.Asset, units);
        }

        if (from is not null && to is { } own && transfer.From != transfer.To)
        {
            (_ownMoves ??= []).Add(new(transfer.From!.Value, transfer.To!.Value, own.Use, transfer.Asset, units, worth.Of(transfer.Asset, units, slice.Block.Time)));
        }
    }

    private void Change(int purse, AssetId asset, BigInteger units) =>
        _changes[(purse, asset)] = _changes.GetValueOrDefault((purse, asset)) + units;
}
