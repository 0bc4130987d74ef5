using Spoor.Records;

namespace Spoor.Response.Suspensions;

/// <summary>What is suspended, what was only asked for, and since when: folded from the acts.</summary>
public sealed class SuspensionBook
{
    private readonly SortedDictionary<SuspensionSubject, SuspensionStanding> _standings = [];

    private SuspensionBook()
    {
    }

    /// <summary>In order of asset, chain and direction.</summary>
    public IReadOnlyList<SuspensionStanding> Standings => [.. _standings.Values];

    /// <exception cref="FormatException">An act is not as the desk writes it.</exception>
    public static SuspensionBook Of(ActLog log, string incident)
    {
        var book = new SuspensionBook();
        foreach (var act in log.Acts)
        {
            book.Take(act, incident);
        }

        return book;
    }

    /// <summary>Null where nobody ever asked for anything.</summary>
    public SuspensionStanding? Find(SuspensionSubject subject) => _standings.GetValueOrDefault(subject);

    private void Take(Act act, string incident)
    {
        if (act.Kind is SuspensionActs.SuspendRequested or SuspensionActs.ResumeRequested)
        {
            var request = SuspensionRequest.Of(act, incident);
            var before = _standings.GetValueOrDefault(request.Subject);
            _standings[request.Subject] = new() { Request = request, RequestedAt = act.At, Confirmed = before?.Confirmed, ConfirmedSince = before?.ConfirmedSince };
            return;
        }

        if (act.Kind is not (SuspensionActs.SuspendConfirmed or SuspensionActs.ResumeConfirmed or SuspensionActs.SuspendUnconfirmed or SuspensionActs.ResumeUnconfirmed))
        {
            return;
        }

        // An answer to a request that another has replaced since says nothing of now.
        var subject = SuspensionSubject.Of(act);
        if (_standings.GetValueOrDefault(subject) is { } standing && standing.Request.Key == act.Text("request"))
        {
            _standings[subject] = standing.After(act);
        }
    }
}

/// <summary>How one subject stands.</summary>
public sealed record SuspensionStanding
{
    /// <summary>The last wish.</summary>
    public required SuspensionRequest Request { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>Whether what the exchange said last is that the last wish is fulfilled.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>What was last confirmed of any wish; null for nothing.</summary>
    public SuspensionWish? Confirmed { get; init; }

    public DateTimeOffset? ConfirmedSince { get; init; }

    /// <summary>What the hook said last; empty when nothing is written down of it.</summary>
    public string Said { get; init; } = "";

    internal SuspensionStanding After(Act act)
    {
        bool confirmed = act.Kind.EndsWith(".confirmed", StringComparison.Ordinal);
        bool isNew = confirmed && !(IsConfirmed && Confirmed == Request.Wish);
        return this with
        {
            IsConfirmed = confirmed,
            Confirmed = confirmed ? Request.Wish : Confirmed,
            ConfirmedSince = isNew ? act.At : ConfirmedSince,
            Said = act.Why,
        };
    }
}
