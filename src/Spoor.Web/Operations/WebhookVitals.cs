using Spoor.Web.Webhooks;

namespace Spoor.Web.Operations;

/// <summary>How a webhook target is doing.</summary>
public sealed record WebhookVitals(WebhookTarget Target)
{
    public long Delivered { get; init; }

    public long Failed { get; init; }

    public long GivenUp { get; init; }

    /// <summary>Sum of the times from alert file to receiver.</summary>
    public TimeSpan Took { get; init; }

    internal Func<int> PendingNow { get; init; } = () => 0;

    /// <summary>Notices it does not have yet.</summary>
    public int Pending => PendingNow();

    internal WebhookVitals After(WebhookReport report) => report switch
    {
        WebhookReport.Delivered delivered => this with { Delivered = Delivered + 1, Took = Took + delivered.Took },
        WebhookReport.Failed => this with { Failed = Failed + 1 },
        WebhookReport.GivenUp => this with { GivenUp = GivenUp + 1 },
        _ => this,
    };
}
