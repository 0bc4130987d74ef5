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
internal sealed class StepOfOwner(TransactionSlice slice, int owner, AssetWorth worth)
{
    // A swap gives back about what it takes; a tenth is more than any ordinary fee and slippage.
    private const int SwapShare = 900;

    private readonly Dictionary<(int Purse, AssetId Asset), BigInteger> _changes = [];
    private readonly List<OwnMove> _ownMoves = [];
    private bool? _sentByOwner;
    private bool _hasUnknownInput;

    /// <returns>Null when nothing is left that concerns the owner.</returns>
    public OwnerStep? Build()
    {
        var sent = slice.Sent;
        var chosen = slice;
        _sentByOwner = sent is null ? null : chosen.WalletOf(owner, sent.From) is not null;
        for (int i = slice.Start; i < slice.End; i++)
        {
            Take(slice.Block.Transfers[i]);
        }

        if (_changes.Count == 0 && _ownMoves.Count == 0)
        {
            return null;
        }

        var flows = new TransactionFlows(slice, owner, worth, Counts, _hasUnknownInput);
        var payouts = flows.Payouts();
        var receipts = flows.Receipts();
        var gone = Sum(payouts.Select(payout => payout.Usd));
        var back = Sum(receipts.Select(receipt => receipt.Usd));
        var net = payouts.Count == 0 ? UsdValue.Zero : gone - back;
        return new()
        {
            Owner = owner,
            Chain = slice.Block.Chain,
            At = slice.First.Position,
            Time = slice.Block.Time,
            Tx = slice.First.Tx,
            Changes = [.. _changes.Select(change => new PurseChange(change.Key.Purse, change.Key.Asset, change.Value))],
            Payouts = payouts,
            Receipts = receipts,
            OwnMoves = _ownMoves,
            Sent = sent,
            SentByOwner = _sentByOwner,
            Usd = net.Micros.Sign < 0 ? UsdValue.Zero : net,
            Unpriced = [.. payouts.Where(payout => payout.Usd is null).Select(payout => payout.Asset).Distinct()],
            IsSwap = gone.Micros.Sign > 0 && 1000 * back.Micros >= SwapShare * gone.Micros,
        };
    }

    private static UsdValue Sum(IEnumerable<UsdValue?> values) => UsdValue.Sum(values.OfType<UsdValue>());

    private bool Counts(Transfer transfer) =>
        (!transfer.Amount.IsZero || transfer.Quality == AmountQuality.Unknown)
        && (transfer.Kind != TransferKind.Token || _sentByOwner == true || worth.IsTrusted(transfer.Asset));

    private void Take(Transfer transfer)
    {
        if (!Counts(transfer))
        {
            return;
        }

        var from = slice.WalletOf(owner, transfer.From);
        var to = slice.WalletOf(owner, transfer.To);
        var units = (BigInteger)transfer.Amount.Units;
        if (from is { } payer)
        {
            _hasUnknownInput |= transfer.Quality == AmountQuality.Unknown;
            Change(payer.Purse, transfer.Asset, -units);
        }

        if (to is { } payee)
        {
            Change(payee.Purse, transfer.Asset, units);
        }

        if (from is not null && to is { } own && transfer.From != transfer.To)
        {
            _ownMoves.Add(new(transfer.From!.Value, transfer.To!.Value, own.Use, transfer.Asset, units, worth.Of(transfer.Asset, units, slice.Block.Time)));
        }
    }

    private void Change(int purse, AssetId asset, BigInteger units) =>
        _changes[(purse, asset)] = _changes.GetValueOrDefault((purse, asset)) + units;
}
