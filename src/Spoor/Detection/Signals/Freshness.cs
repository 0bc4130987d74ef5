namespace Spoor.Detection.Signals;

/// <summary>How new an address is; what that rests on is put into words only for what is told.</summary>
internal readonly record struct Freshness
{
    public const int New = 1000;
    public const int Young = 500;

    // In the smallest unit; on account chains of 18 decimals a hundredth of a coin.
    private static readonly UInt128 Trifle = 10_000_000_000_000_000;

    private const int FewMovements = 3;

    /// <summary>An address first seen longer ago is old.</summary>
    public static readonly TimeSpan YoungAge = TimeSpan.FromDays(7);

    /// <summary>What happened within this time before the outflow belongs to its preparation, not to a past.</summary>
    public static readonly TimeSpan Preparation = TimeSpan.FromHours(1);

    private readonly Reason _reason;
    private readonly RecipientHistory? _history;
    private readonly DateTimeOffset _at;

    private Freshness(int? grade, Reason reason, RecipientHistory? history = null, DateTimeOffset at = default)
    {
        Grade = grade;
        _reason = reason;
        _history = history;
        _at = at;
    }

    private enum Reason
    {
        NoAddress,
        NotAsked,
        Contract,
        HasSent,
        Seen,
        Prepared,
        Held,
        NeverSentOnly,
        NeverUsed,
        NeverMoved,
        Moved,
        NoMovement,
        NoMovementShortly,
        Met,
        OnlyReceived,
        UnusedContract,
    }

    public static Freshness WithoutAddress { get; } = new(null, Reason.NoAddress);

    /// <summary>1000 without a past, 500 young, 0 old; null when nobody could tell.</summary>
    public int? Grade { get; }

    /// <summary>What it rests on, in words.</summary>
    public string Why => _reason switch
    {
        Reason.NoAddress => "the recipient has no address",
        Reason.Contract => "a contract",
        Reason.OnlyReceived => "never sent, and got no more than a trifle from others",
        Reason.UnusedContract => $"a contract without any movement{Span()}",
        Reason.HasSent => $"it has sent {_history!.Nonce} transactions",
        Reason.Seen => Seen(_history!.First!.Value, _at - _history.First.Value),
        Reason.Prepared => $"first seen {Minutes(_at - _history!.First!.Value)} before",
        Reason.Held => "never sent, but held coins before; since when is not known",
        Reason.NeverSentOnly => "never sent; whether code lies there or tokens came before was not asked",
        Reason.NeverUsed => "nonce 0, no code, no balance",
        Reason.NeverMoved => $"never sent, no movement{Span()}",
        Reason.Moved => $"{_history!.Movements} movements at a time that is not told",
        Reason.NoMovement => $"no movement{Span()}",
        Reason.NoMovementShortly => $"no movement{Span()}, which is too short to tell new from old",
        Reason.Met => $"without a past when the owner first paid it at {_at:HH:mm}",
        _ => "nobody could be asked for its history",
    };

    /// <summary>As fresh as when the owner first paid it: being paid by the owner makes no past.</summary>
    public static Freshness WhenMet(int grade, DateTimeOffset first) => new(grade, Reason.Met, null, first);

    public static Freshness Of(RecipientHistory? history, DateTimeOffset at)
    {
        if (history is null || (history.Nonce is null && history.HasCode is null && history.Movements is null))
        {
            return new(null, Reason.NotAsked);
        }

        if (IsUntouched(history))
        {
            return new(New, Reason.OnlyReceived, history, at);
        }

        if (history.First is { } first)
        {
            return OfFirst(history, first, at);
        }

        if (history.HasCode == true)
        {
            return OfContract(history, at);
        }

        if (history.Nonce > 0)
        {
            return new(0, Reason.HasSent, history);
        }

        return history.Nonce == 0 ? OfUnused(history, at) : OfTransfers(history, at);
    }

    // It never sent and holds a trifle that anybody can have sent there: that ages an address, but makes no past.
    private static bool IsUntouched(RecipientHistory history) =>
        history is { Nonce: 0, HasCode: false }
        && (history.Movements is > 0 and <= FewMovements ? history.Balance is not { } held || held.Units < Trifle : history is { Movements: null, Balance: { IsZero: false } little } && little.Units < Trifle);

    // Deploying costs a dollar. A contract that never moved anything nor made another is made for this; where nobody knows its movements it may be old.
    private static Freshness OfContract(RecipientHistory history, DateTimeOffset at) => history switch
    {
        { Nonce: not > 1, Movements: 0, KnownFrom: { } from } when at - from >= YoungAge => new(New, Reason.UnusedContract, history, at),
        { Nonce: not > 1, Movements: 0 } => new(Young, Reason.UnusedContract, history, at),
        _ => new(0, Reason.Contract),
    };

    private static Freshness OfFirst(RecipientHistory history, DateTimeOffset first, DateTimeOffset at)
    {
        var age = at - first;
        if (age >= YoungAge)
        {
            return new(0, Reason.Seen, history, at);
        }

        bool isPrepared = age <= Preparation && (history.HasCode == true ? history.Nonce is null or <= 1 : history.Nonce is null or 0);
        return isPrepared ? new(New, Reason.Prepared, history, at) : new(Young, Reason.Seen, history, at);
    }

    // The node says that it never sent; a balance without a known beginning may be old.
    private static Freshness OfUnused(RecipientHistory history, DateTimeOffset at)
    {
        if (history.Movements is null && history.Balance is { IsZero: false })
        {
            return new(Young, Reason.Held);
        }

        return history.HasCode is null && history.Movements is null
            ? new(Young, Reason.NeverSentOnly)
            : new(New, history.Movements is null ? Reason.NeverUsed : Reason.NeverMoved, history, at);
    }

    private static Freshness OfTransfers(RecipientHistory history, DateTimeOffset at)
    {
        if (history.Movements > 0)
        {
            return new(Young, Reason.Moved, history);
        }

        bool isLong = history.KnownFrom is { } from && at - from >= YoungAge;
        return isLong ? new(New, Reason.NoMovement, history, at) : new(Young, Reason.NoMovementShortly, history, at);
    }

    private static string Seen(DateTimeOffset first, TimeSpan age) =>
        age >= YoungAge ? $"first seen {first:yyyy-MM-dd}" : $"first seen {(age.TotalHours < 48 ? $"{(int)age.TotalHours} h" : $"{age.Days} days")} before";

    private string Span() =>
        _history!.KnownFrom is { } from ? $" in the {Math.Max(0, (_at - from).Days)} days of transfers at hand" : " in the transfers at hand";

    private static string Minutes(TimeSpan age) => age.TotalMinutes < 1 ? "seconds" : $"{(int)age.TotalMinutes} min";
}
