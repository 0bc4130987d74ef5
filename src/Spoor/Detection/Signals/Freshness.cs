namespace Spoor.Detection.Signals;

/// <summary>How new an address is: 1000 without a past, 500 young, 0 old; unknown when nobody could tell.</summary>
/// <param name="Grade">Thousandths; null when unknown.</param>
/// <param name="Why">What that rests on, in words.</param>
internal readonly record struct Freshness(int? Grade, string Why)
{
    public const int New = 1000;
    public const int Young = 500;

    /// <summary>An address first seen longer ago is old.</summary>
    public static readonly TimeSpan YoungAge = TimeSpan.FromDays(7);

    /// <summary>What happened within this time before the outflow belongs to its preparation, not to a past.</summary>
    public static readonly TimeSpan Preparation = TimeSpan.FromHours(1);

    public static Freshness Of(RecipientHistory? history, DateTimeOffset at)
    {
        if (history is null || (history.Nonce is null && history.HasCode is null && history.Movements is null))
        {
            return new(null, "nobody could be asked for its history");
        }

        if (history.First is { } first)
        {
            return OfFirst(history, first, at);
        }

        if (history.HasCode == true)
        {
            return new(0, "a contract");
        }

        if (history.Nonce > 0)
        {
            return new(0, $"it has sent {history.Nonce} transactions");
        }

        return history.Nonce == 0 ? OfUnused(history, at) : OfTransfers(history, at);
    }

    private static Freshness OfFirst(RecipientHistory history, DateTimeOffset first, DateTimeOffset at)
    {
        var age = at - first;
        if (age >= YoungAge)
        {
            return new(0, $"first seen {first:yyyy-MM-dd}");
        }

        bool isPrepared = age <= Preparation && history.Nonce is null or 0 && history.HasCode != true;
        return isPrepared
            ? new(New, $"first seen {Minutes(age)} before")
            : new(Young, $"first seen {(age.TotalHours < 48 ? $"{(int)age.TotalHours} h" : $"{age.Days} days")} before");
    }

    // The node says that it never sent; a balance without a known beginning may be old.
    private static Freshness OfUnused(RecipientHistory history, DateTimeOffset at)
    {
        if (history.Movements is null && history.Balance is { IsZero: false })
        {
            return new(Young, "never sent, but held coins before; since when is not known");
        }

        return history.HasCode is null && history.Movements is null
            ? new(Young, "never sent; whether code lies there or tokens came before was not asked")
            : new(New, history.Movements is null ? "nonce 0, no code, no balance" : $"never sent, no movement{Span(history, at)}");
    }

    private static Freshness OfTransfers(RecipientHistory history, DateTimeOffset at)
    {
        if (history.Movements > 0)
        {
            return new(Young, $"{history.Movements} movements at a time that is not told");
        }

        bool isLong = history.KnownFrom is { } from && at - from >= YoungAge;
        return isLong
            ? new(New, $"no movement{Span(history, at)}")
            : new(Young, $"no movement{Span(history, at)}, which is too short to tell new from old");
    }

    private static string Span(RecipientHistory history, DateTimeOffset at) =>
        history.KnownFrom is { } from ? $" in the {Math.Max(0, (at - from).Days)} days of transfers at hand" : " in the transfers at hand";

    private static string Minutes(TimeSpan age) => age.TotalMinutes < 1 ? "seconds" : $"{(int)age.TotalMinutes} min";
}
