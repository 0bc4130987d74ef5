using Spoor.Detection.Owners;
using Spoor.Detection.Signals;
using Spoor.Detection.Steps;
using Spoor.Valuation;

namespace Spoor.Detection.Watching;

/// <summary>Tells of what moves between an owner's own wallets while an alert is open: rescues above all.</summary>
internal sealed class OwnMoveWatch(WatchedOwner owner, AssetWorth worth)
{
    private readonly NoticeWriter _writer = new(owner, worth);
    private readonly AlertDesk _desk = new(owner, worth);

    public void Take(OwnerState state, OwnerStep step, List<AlertNotice> told)
    {
        if (state.Alert is null || step.OwnMoves.Count == 0)
        {
            return;
        }

        bool isRescue = step.OwnMoves.Any(move => move.Use is WalletUse.Cold or WalletUse.Treasury);
        var usd = UsdValue.Sum(step.OwnMoves.Select(move => move.Usd).OfType<UsdValue>());
        if (!isRescue && usd < owner.Policy.Floor)
        {
            return;
        }

        string moved = $"{_writer.Movement(step.OwnMoves.Select(move => (move.Asset, move.Units)))} ({Words.Usd(usd)})";
        string to = Words.At(step.Chain, step.OwnMoves[^1].To);
        _desk.Beside(state, step, isRescue ? AlertClass.Rescue : AlertClass.Internal, isRescue
            ? $"{owner.Name}: {moved} brought to safety in the owner's own wallet {to}."
            : $"{owner.Name}: {moved} moved between the owner's own wallets, to {to}.", told);
    }
}
