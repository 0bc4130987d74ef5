using System.Text.RegularExpressions;
using MudBlazor;
using Spoor.Detection;
using Spoor.Transfers;

namespace Spoor.Web.Pages.Alerts;

/// <summary>What pages call an alert's kind, state and severity, and the sign that stands beside the word.</summary>
internal static partial class AlertWords
{
    public static string Of(AlertClass kind) => kind switch
    {
        AlertClass.Drain => "Drain",
        AlertClass.ControlChange => "Change of control",
        AlertClass.WithdrawalMismatch => "Outflow that the exchange did not order",
        AlertClass.Rescue => "Rescue to own wallets",
        AlertClass.Planned => "Planned movement",
        AlertClass.Tracked => "An address kept in sight moved",
        _ => "Between own wallets",
    };

    public static string Of(AlertStage stage) => stage switch
    {
        AlertStage.Start or AlertStage.Update => "Going on",
        AlertStage.End => "Over",
        _ => "Taken back: the chain was reorganised",
    };

    /// <summary>A sign of its own for each, so that nobody needs the colour.</summary>
    public static string IconOf(AlertSeverity severity) => severity switch
    {
        AlertSeverity.Critical => Icons.Material.Filled.Report,
        AlertSeverity.High => Icons.Material.Filled.Warning,
        AlertSeverity.Medium => Icons.Material.Outlined.ReportProblem,
        AlertSeverity.Low => Icons.Material.Outlined.ArrowCircleDown,
        _ => Icons.Material.Outlined.Info,
    };

    public static string NameOf(ChainId chain) => ChainRegistry.TryGet(chain, out var known) ? known.Name : chain.Value;

    /// <summary>A headline whose addresses are shortened; the whole ones stand in the details.</summary>
    public static string Brief(string headline) => LongWord().Replace(headline, found => Shortened(found.Value));

    /// <summary>The beginning and the end of an address, enough to tell it from others at a glance.</summary>
    public static string Shortened(string address) => address.Length <= 15 ? address : $"{address[..8]}…{address[^6..]}";

    [GeneratedRegex("[0-9A-Za-z]{30,}")]
    private static partial Regex LongWord();
}
