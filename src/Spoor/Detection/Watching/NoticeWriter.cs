using System.Security.Cryptography;
using System.Text;
using Spoor.Detection.Owners;
using Spoor.Detection.Signals;
using Spoor.Detection.Steps;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Detection.Watching;

/// <summary>Writes what is told.</summary>
internal sealed class NoticeWriter(WatchedOwner owner, AssetWorth worth)
{
    private const int IdBytes = 12;
    private const int Shown = 3;

    /// <summary>Made of content alone, so that a replay gives it again.</summary>
    /// <param name="part">What of the transaction it names, where that is not the outflow as it came; empty for that.</param>
    public string IdOf(OwnerStep step, string part = "")
    {
        string named = $"{owner.Name}\n{step.Chain}\n{step.Tx}{(part.Length == 0 ? "" : $"\n{part}")}";
        byte[] digest = SHA256.HashData(Encoding.UTF8.GetBytes(named));
        return Convert.ToHexStringLower(digest.AsSpan(0, IdBytes));
    }

    /// <summary>A notice of an open alert as it stands after a step.</summary>
    public AlertNotice OfAlert(AlertStage stage, OwnerStep step, Weighing weighing, OwnerState state, OpenAlert alert) => Of(step, state) with
    {
        Alert = alert.Id,
        Number = alert.Told + 1,
        Stage = stage,
        Class = alert.Class,
        Severity = alert.Severity,
        Score = weighing.Score,
        HardRule = weighing.HardRule,
        Signals = weighing.Tell(),
        Headline = HeadlineOf(weighing, alert),
        Gone = alert.Gone,
        Block = alert.Block,
        Transactions = alert.Transactions,
        Unpriced = UnpricedOf(state, alert.Unpriced, step.Time),
        Unchecked = UncheckedOf(weighing, state),
    };

    /// <summary>A notice beside the outflows: a rescue, a planned or an internal movement, a change of control.</summary>
    /// <param name="part">Tells it from all else that the transaction does, see <see cref="IdOf"/>; not used inside an open alert.</param>
    public AlertNotice Beside(OwnerStep step, OwnerState state, AlertClass @class, AlertSeverity severity, string headline, string part = "")
    {
        var alert = state.Alert;
        return Of(step, state) with
        {
            Alert = alert?.Id ?? IdOf(step, part),
            Number = (alert?.Told ?? 0) + 1,
            Stage = alert is null ? AlertStage.End : AlertStage.Update,
            Class = @class,
            Severity = severity,
            Headline = headline,
            Gone = alert?.Gone ?? UsdValue.Zero,
            Block = alert?.Block ?? [],
            Transactions = alert?.Transactions ?? [step.Tx],
            Unpriced = UnpricedOf(state, alert?.Unpriced ?? [], step.Time),
        };
    }

    public AlertNotice Ended(OpenAlert alert, OwnerState state, DateTimeOffset at, string why) => alert.LastTold with
    {
        Number = alert.Told + 1,
        Stage = AlertStage.End,
        Class = alert.Class,
        Severity = alert.Severity,
        Time = at,
        Headline = $"{owner.Name}: {why}; {Words.Usd(alert.Gone)} left in {Words.Count(alert.Count, "transaction", "transactions")}.",
        Gone = alert.Gone,
        AtRisk = AtRisk(state, at),
        Block = alert.Block,
        Transactions = alert.Transactions,
        Unpriced = UnpricedOf(state, alert.Unpriced, at),
    };

    /// <summary>Says that an alert goes on, where nothing was told for a while.</summary>
    public AlertNotice GoesOn(OpenAlert alert, OwnerState state, DateTimeOffset at) => Ended(alert, state, at, "it goes on") with { Stage = AlertStage.Update };

    public string Movement(IEnumerable<(AssetId Asset, System.Numerics.BigInteger Units)> parts) =>
        string.Join(", ", parts.GroupBy(part => part.Asset).Take(Shown)
            .Select(group => worth.Show(group.Key, group.Aggregate(System.Numerics.BigInteger.Zero, (sum, part) => sum + part.Units))));

    private AlertNotice Of(OwnerStep step, OwnerState state) => new()
    {
        Alert = "",
        Number = 0,
        Stage = AlertStage.Start,
        Class = AlertClass.Drain,
        Severity = AlertSeverity.Info,
        Owner = owner.Name,
        Chain = step.Chain,
        At = step.At,
        Time = step.Time,
        Tx = step.Tx,
        Score = 0,
        Signals = [],
        Headline = "",
        Gone = UsdValue.Zero,
        AtRisk = AtRisk(state, step.Time),
        Block = [],
        Transactions = [],
    };

    private string HeadlineOf(Weighing weighing, OpenAlert alert)
    {
        var step = weighing.Scene.Step;
        string moved = Movement(step.Payouts.Select(payout => (payout.Asset, payout.Units)));
        string usd = step.Usd.IsZero ? "no price" : Words.Usd(step.Usd);
        int others = step.Payouts.Select(payout => payout.To).Distinct().Count() - 1;
        string to = $"{Words.At(step.Chain, weighing.Scene.Main.To)}{(others > 0 ? $" and {others} more" : "")}";
        string so = string.Join(", ", weighing.Tell().Where(signal => signal.Speaks == true).Take(Shown).Select(signal => ShortOf(signal.Kind)));
        string sum = alert.Count > 1 ? $"; {Words.Usd(alert.Gone)} gone in {Words.Count(alert.Count, "transaction", "transactions")}" : "";
        return $"{owner.Name}: {moved} ({usd}) left on {Words.ChainName(step.Chain)} to {to}: {so}{sum}.";
    }

    private static string ShortOf(SignalKind kind) => kind switch
    {
        SignalKind.WithdrawalMismatch => "not in the withdrawal log",
        SignalKind.Size => "unusually large",
        SignalKind.DrainShare => "most of the holding",
        SignalKind.FreshRecipient => "address without history",
        SignalKind.Concentration => "few recipients",
        SignalKind.Breadth => "several assets to one recipient",
        SignalKind.Chains => "several chains",
        SignalKind.GasTopUp => "prepared beforehand",
        SignalKind.ControlChange => "control of the wallet changed",
        SignalKind.ModeChange => "not the wallet's habit",
        SignalKind.UnknownCounterparty => "unknown counterparty",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Expected a signal that is looked at."),
    };

    private static List<string> UncheckedOf(Weighing weighing, OwnerState state)
    {
        var step = weighing.Scene.Step;
        List<string> said = [.. weighing.Unchecked()];
        if (weighing.Scene.Main.To is { } to && step.Histories.GetValueOrDefault(to)?.IsUnanswered == true)
        {
            said.Add($"What {Words.At(step.Chain, to)} was before: the node did not say in time.");
        }

        if (!state.IsHotKnown)
        {
            said.Add("At least this much is still at risk: not all balances of the hot wallets are known.");
        }

        return said;
    }

    private UsdValue AtRisk(OwnerState state, DateTimeOffset at) =>
        UsdValue.Sum(state.HotHoldings().Select(held => worth.Of(held.Asset, held.Units, at)).OfType<UsdValue>());

    private IReadOnlyList<AssetId> UnpricedOf(OwnerState state, IEnumerable<AssetId> moved, DateTimeOffset at) =>
        [.. moved.Concat(state.Holdings().Where(held => worth.Of(held.Asset, held.Units, at) is null).Select(held => held.Asset)).Distinct().Order()];
}
