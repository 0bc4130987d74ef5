namespace Spoor.Web.Operations;

/// <summary>What a watch knows of worth and holdings: what is missing it cannot speak of.</summary>
public sealed record PriceVitals
{
    /// <summary>The time that is valued at: of the newest block of any chain.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Time of the newest price; null without any.</summary>
    public DateTimeOffset? Newest { get; init; }

    /// <summary>How many assets wallets hold, or are coins of watched chains.</summary>
    public required int Assets { get; init; }

    /// <summary>Those without any price, by name.</summary>
    public IReadOnlyList<string> Unpriced { get; init; } = [];

    /// <summary>Those whose prices are too old to be used, by name.</summary>
    public IReadOnlyList<string> Void { get; init; } = [];

    /// <summary>How many wallets are for daily business.</summary>
    public int Wallets { get; init; }

    /// <summary>Those of which nothing is known to be held.</summary>
    public int Unopened { get; init; }

    /// <summary>Why the price files could not be read again; empty when they could.</summary>
    public string Fault { get; init; } = "";

    public TimeSpan? Age => Newest is { } newest ? At - newest : null;

    /// <summary>Whether what once had a price still has one.</summary>
    public bool IsHealthy => Void.Count == 0 && Fault.Length == 0;
}
