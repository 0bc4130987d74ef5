namespace Spoor.Response.Suspensions;

/// <summary>What the desk asks of the exchange.</summary>
public enum SuspensionWish
{
    Suspend,
    Resume,
}

/// <summary>How a wish is called in acts, and which state fulfils it.</summary>
public static class SuspensionWishes
{
    public const string Suspended = "suspended";
    public const string Open = "open";

    /// <summary>The first word of the kinds of its acts.</summary>
    public static string Word(this SuspensionWish wish) => wish == SuspensionWish.Suspend ? "suspend" : "resume";

    /// <summary>What the exchange says once it is done.</summary>
    public static string State(this SuspensionWish wish) => wish == SuspensionWish.Suspend ? Suspended : Open;
}
