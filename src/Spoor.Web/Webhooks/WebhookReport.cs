namespace Spoor.Web.Webhooks;

/// <summary>What happened to a notice on its way to a target.</summary>
public abstract record WebhookReport
{
    private WebhookReport(WebhookTarget target, string id)
    {
        Target = target;
        Id = id;
    }

    public WebhookTarget Target { get; }

    public string Id { get; }

    /// <param name="Took">From when the notice was in the alert file until the receiver had it.</param>
    public sealed record Delivered(WebhookTarget To, string Notice, int Attempts, TimeSpan Took) : WebhookReport(To, Notice);

    /// <param name="Again">When it is tried again.</param>
    public sealed record Failed(WebhookTarget To, string Notice, int Attempts, string Why, DateTimeOffset Again) : WebhookReport(To, Notice);

    /// <param name="File">Where it lies now.</param>
    public sealed record GivenUp(WebhookTarget To, string Notice, int Attempts, string Why, string File) : WebhookReport(To, Notice);
}
