using Spoor.Cli.Output;
using Spoor.Detection;
using Spoor.Reporting;
using Spoor.Transfers;

namespace Spoor.Cli.Watching;

/// <summary>A notice as lines for a person.</summary>
internal static class NoticeText
{
    private const int MaxAddresses = 10;

    public static IEnumerable<string> Lines(AlertNotice notice)
    {
        yield return $"{Rendered.Moment(notice.Time)}  {notice.Severity.ToString().ToUpperInvariant()}  {WordOf(notice.Class)}, {WordOf(notice.Stage)}: {notice.Owner}";
        yield return $"  {notice.Headline}";
        yield return $"  Gone {UsdText.Of(notice.Gone)} USD, still at risk {UsdText.Of(notice.AtRisk)} USD{Unpriced(notice)}.";
        yield return $"  {NameOf(notice.Chain)}, block {notice.At.Block}, transaction {notice.Tx.Render(notice.Chain)}";
        if (notice.HardRule.Length > 0)
        {
            yield return $"  Rule: {notice.HardRule}";
        }

        foreach (var signal in notice.Signals.Where(signal => signal.Speaks == true))
        {
            yield return $"  - {signal.Words} ({signal.Value}; from {signal.Threshold})";
        }

        foreach (var account in notice.Block.Take(MaxAddresses))
        {
            yield return $"  Block {NameOf(account.Chain)} {AddressText.Render(account.Chain, account.Address)}";
        }

        if (notice.Block.Count > MaxAddresses)
        {
            yield return $"  … and {Counted.Of(notice.Block.Count - MaxAddresses, "address", "addresses")} more in the alert file";
        }

        foreach (string gap in notice.Unchecked)
        {
            yield return $"  Not checked: {gap}";
        }
    }

    /// <summary>One line of it, for a table.</summary>
    public static string Brief(AlertNotice notice) => $"{WordOf(notice.Class)}, {WordOf(notice.Stage)}: {notice.Headline}";

    public static string WordOf(AlertClass kind) => kind switch
    {
        AlertClass.Drain => "drain",
        AlertClass.ControlChange => "change of control",
        AlertClass.WithdrawalMismatch => "outflow that the exchange did not order",
        AlertClass.Rescue => "rescue to own wallets",
        AlertClass.Planned => "planned movement",
        AlertClass.Tracked => "an address kept in sight moved",
        _ => "between own wallets",
    };

    public static string WordOf(AlertStage stage) => stage switch
    {
        AlertStage.Start => "new",
        AlertStage.Update => "goes on",
        AlertStage.End => "over",
        _ => "taken back after a reorganisation",
    };

    public static string NameOf(ChainId chain) => ChainRegistry.TryGet(chain, out var known) ? known.Name : chain.Value;

    private static string Unpriced(AlertNotice notice) => notice.Unpriced.Count == 0
        ? ""
        : $", not counting {Counted.Of(notice.Unpriced.Count, "asset", "assets")} without a price";
}
