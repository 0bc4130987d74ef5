using Spoor.Detection.Owners;
using Spoor.Detection.Signals;
using Spoor.Detection.Steps;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Detection.Watching;

/// <summary>Tells of every movement of addresses that are kept in sight: a thief's, and deposit addresses that were given up; and when an issuer proposes to freeze one.</summary>
/// <remarks>There is no habit to compare with and no threshold: what a thief moves is news, however small. docs/methods/tracked-movement.md, docs/methods/freeze-gap.md.</remarks>
internal sealed class TrackedWatch(WatchedOwner owner, AssetWorth worth)
{
    private readonly NoticeWriter _writer = new(owner, worth);

    public void Take(OwnerState state, OwnerStep step, List<AlertNotice> told)
    {
        TakeMoves(state, step, told);
        foreach (var proposed in step.Controls.Where(change => change.Kind == ControlKind.FreezeProposed))
        {
            told.Add(_writer.Beside(step, state, AlertClass.Tracked, AlertSeverity.High, GapOf(step, proposed), "freeze-gap"));
        }
    }

    private void TakeMoves(OwnerState state, OwnerStep step, List<AlertNotice> told)
    {
        bool hasLeft = step.Payouts.Count > 0 || step.OwnMoves.Count > 0;
        bool hasCome = step.Receipts.Any(receipt => IsDead(state, receipt.Purse));
        if (!hasLeft && !hasCome)
        {
            return;
        }

        string headline = hasLeft ? Left(state, step) : Came(state, step);
        told.Add(_writer.Beside(step, state, AlertClass.Tracked, hasLeft ? AlertSeverity.High : AlertSeverity.Medium, headline, "tracked") with
        {
            Block = hasLeft ? AlertDesk.WithRecipients([], step.Chain, step.Payouts) : [],
        });
    }

    private string GapOf(OwnerStep step, ControlChange proposed) =>
        $"{owner.Name}: the issuer of the token {Words.At(step.Chain, proposed.Contract)} has proposed to freeze {Words.At(step.Chain, proposed.Subject)} on {Words.ChainName(step.Chain)}; "
        + "the thief can read it, and nothing is frozen until enough owners of its multisig confirm: ask the issuer to have that done now.";

    private string Left(OwnerState state, OwnerStep step)
    {
        string moved = _writer.Movement(step.Payouts.Select(payout => (payout.Asset, payout.Units)).Concat(step.OwnMoves.Select(move => (move.Asset, move.Units))));
        var usd = UsdValue.Sum(step.Payouts.Select(payout => payout.Usd).Concat(step.OwnMoves.Select(move => move.Usd)).OfType<UsdValue>());
        var from = step.Payouts.Count > 0 ? AddressOf(state, step.Payouts[0].Purse) : step.OwnMoves[0].From;
        var to = step.Payouts.Count > 0 ? step.Payouts[0].To : step.OwnMoves[0].To;
        string known = step.Payouts.Count > 0 ? "" : ", which is watched, too";
        return $"{owner.Name}: {moved} ({(usd.IsZero ? "no price" : Words.Usd(usd))}) left {Words.At(step.Chain, from)} on {Words.ChainName(step.Chain)} to {Words.At(step.Chain, to)}{known}.";
    }

    private string Came(OwnerState state, OwnerStep step)
    {
        var receipt = step.Receipts.First(receipt => IsDead(state, receipt.Purse));
        string came = _writer.Movement(step.Receipts.Where(receipt => IsDead(state, receipt.Purse)).Select(receipt => (receipt.Asset, receipt.Units)));
        return $"{owner.Name}: {came} came to the dead address {Words.At(step.Chain, AddressOf(state, receipt.Purse))} on {Words.ChainName(step.Chain)} from {Words.At(step.Chain, receipt.From)}: tell its sender.";
    }

    private static bool IsDead(OwnerState state, int purse) => state.PurseNames[purse].Wallets.Exists(wallet => wallet.Use == WalletUse.Dead);

    private static Address? AddressOf(OwnerState state, int purse) => state.PurseNames[purse].Wallets[0].Address;
}
