using Spoor.Chains.Nodes;
using Spoor.Detection;
using Spoor.Web.Alerts;

namespace Spoor.Cli.Watching;

/// <summary>Tells a notice to the alert file first, then, if it is new there, to everybody else.</summary>
internal sealed class AlertFanout(AlertLog log, IReadOnlyList<IAlertSink> others) : IAlertSink
{
    public async ValueTask TellAsync(AlertNotice notice, CancellationToken cancellation)
    {
        BlockTrace.CountNotice();
        using var span = BlockTrace.Of("tell", notice.Chain, notice.At.Block, 1)?.SetTag(BlockTrace.NoticeTag, $"{notice.Alert}#{notice.Number}");
        if (!log.Tell(notice))
        {
            return;
        }

        foreach (var sink in others)
        {
            await sink.TellAsync(notice, cancellation);
        }
    }
}
