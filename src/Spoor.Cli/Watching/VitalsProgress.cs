using Spoor.Chains.Sync;
using Spoor.Web.Operations;

namespace Spoor.Cli.Watching;

/// <summary>Carries what a synchronisation reports to the vitals of the watch, and to the person when a trouble begins or ends.</summary>
internal sealed class VitalsProgress(WatchVitals vitals, Action<string> say) : IProgress<SyncProgress>
{
    private string? _trouble;

    public void Report(SyncProgress value)
    {
        vitals.Reach(new()
        {
            Chain = value.Chain,
            Head = value.Tip?.Height,
            BlockTime = value.Tip?.Time,
            Tip = value.Head.Height,
            Blocks = value.Blocks,
            Transfers = value.Transfers,
            Reorganisations = value.Reorganisations,
            Fault = value.Trouble ?? "",
        });
        if (value.Trouble != _trouble && (value.Trouble is null || _trouble is null))
        {
            say(value.Trouble is { } trouble ? $"{NoticeText.NameOf(value.Chain)}: {trouble}" : $"{NoticeText.NameOf(value.Chain)}: the node answers again.");
        }

        _trouble = value.Trouble;
    }
}
