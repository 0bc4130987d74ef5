namespace Spoor.Web.Suspensions;

/// <summary>What one attempt to reach a hook came to.</summary>
public abstract record HookAnswer
{
    /// <summary>Longer than any answer that says a state.</summary>
    public const int MostBytes = 64 << 10;

    private HookAnswer()
    {
    }

    /// <summary>It answered something; what that says is yet to be read.</summary>
    public sealed record Answered(byte[] Body) : HookAnswer;

    /// <summary>It does not want this; asking again does not help.</summary>
    public sealed record Refused(string Why) : HookAnswer;

    /// <summary>Nobody answered, or not now: it may have been done nevertheless.</summary>
    /// <param name="After">How long the hook asked to be left alone; null when it did not.</param>
    public sealed record Down(string Why, TimeSpan? After) : HookAnswer;
}
