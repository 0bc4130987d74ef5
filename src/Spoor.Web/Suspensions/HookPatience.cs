namespace Spoor.Web.Suspensions;

/// <summary>How often a hook is asked, and how long between.</summary>
public sealed record HookPatience
{
    public static readonly HookPatience Usual = new();

    /// <summary>Of an order or a question, the first included.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>After the first attempt; doubled after each further one.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Also the most that the hook's own wish (Retry-After) is heeded.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan WaitAfter(int attempt, TimeSpan? wish)
    {
        var doubled = FirstWait * (1L << Math.Min(attempt - 1, 30));
        var wait = wish is { } asked && asked > doubled ? asked : doubled;
        return wait < LongestWait ? wait : LongestWait;
    }
}
