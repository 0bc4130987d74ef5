namespace Spoor.Web.Webhooks;

/// <summary>What became of one attempt to send a webhook.</summary>
public abstract record WebhookAnswer
{
    private WebhookAnswer()
    {
    }

    /// <summary>The receiver has it.</summary>
    public sealed record Taken : WebhookAnswer;

    /// <summary>The receiver does not want this one: asking again seldom helps.</summary>
    public sealed record Refused(string Why) : WebhookAnswer;

    /// <summary>Nobody answered, or not now.</summary>
    /// <param name="After">How long the receiver asked to be left alone; null when it did not.</param>
    public sealed record Down(string Why, TimeSpan? After) : WebhookAnswer;
}
