namespace Spoor.Web.Webhooks;

/// <summary>How long to wait between attempts, and when to give up.</summary>
public sealed record WebhookPatience
{
    public static readonly WebhookPatience Usual = new();

    /// <summary>After the first failed attempt; doubled after each further one.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Also the most that a receiver's own wish (Retry-After) is heeded.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>A notice is given up when the receiver was down for so long since the notice was there.</summary>
    public TimeSpan Down { get; init; } = TimeSpan.FromHours(72);

    /// <summary>A notice is given up when the receiver refused it for so long; those behind it wait as long, since order is kept.</summary>
    public TimeSpan Refused { get; init; } = TimeSpan.FromMinutes(15);

    /// <param name="attempt">How many were made.</param>
    public TimeSpan WaitAfter(int attempt, TimeSpan? wish)
    {
        var doubled = FirstWait * (1L << Math.Min(attempt - 1, 30));
        var wait = wish is { } asked && asked > doubled ? asked : doubled;
        return wait < LongestWait ? wait : LongestWait;
    }
}
