using Spoor.Web.Webhooks;

namespace Spoor.Web.Operations;

/// <summary>How a webhook target is doing.</summary>
public sealed record WebhookVitals(WebhookTarget Target)
{
    private static readonly TimeSpan Hiccup = TimeSpan.FromMinutes(1);

    public long Delivered { get; init; }

    public long Failed { get; init; }

    public long GivenUp { get; init; }

    /// <summary>Why the last attempt failed; empty when the last one did not.</summary>
    public string Fault { get; init; } = "";

    /// <summary>Since when every attempt failed; null when the last one did not.</summary>
    public DateTimeOffset? FaultSince { get; init; }

    /// <summary>Sum of the times from alert file to receiver.</summary>
    public TimeSpan Took { get; init; }

    internal Func<int> PendingNow { get; init; } = () => 0;

    /// <summary>Notices it does not have yet.</summary>
    public int Pending => PendingNow();

    /// <summary>Whether nobody was reached there for longer than a receiver takes to start anew.</summary>
    public bool IsFaulty(DateTimeOffset now) => now - FaultSince > Hiccup;

    internal WebhookVitals After(WebhookReport report, DateTimeOffset now) => report switch
    {
        WebhookReport.Delivered delivered => this with { Delivered = Delivered + 1, Took = Took + delivered.Took, Fault = "", FaultSince = null },
        WebhookReport.Failed failed => this with { Failed = Failed + 1, Fault = failed.Why, FaultSince = FaultSince ?? now },
        WebhookReport.GivenUp given => this with { GivenUp = GivenUp + 1, Fault = given.Why, FaultSince = FaultSince ?? now },
        _ => this,
    };
}
