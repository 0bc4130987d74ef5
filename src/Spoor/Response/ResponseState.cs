using Spoor.Records;
using Spoor.Response.Clock;
using Spoor.Response.Freezing;
using Spoor.Response.Suspensions;

namespace Spoor.Response;

/// <summary>How the response to an incident stands: a fold over its acts, as of a moment.</summary>
public sealed record ResponseState
{
    public required string Incident { get; init; }

    public required DateTimeOffset Now { get; init; }

    public required ActLog Log { get; init; }

    /// <summary>In order of asset, chain and direction.</summary>
    public required IReadOnlyList<SuspensionStanding> Suspensions { get; init; }

    /// <summary>Of every asset that was ever suspended, in order.</summary>
    public required IReadOnlyList<ResumeChecklist> Checklists { get; init; }

    /// <summary>In the order in which they were prepared.</summary>
    public required IReadOnlyList<FreezeStanding> Freezes { get; init; }

    public required ReportingClock Clock { get; init; }

    /// <param name="regime">What moves deadlines; null for weekends alone.</param>
    /// <exception cref="FormatException">An act is not as the desk writes it.</exception>
    public static ResponseState Of(string incident, ActLog log, DateTimeOffset now, ReportingRegime? regime = null)
    {
        var suspensions = SuspensionBook.Of(log, incident).Standings;
        return new()
        {
            Incident = incident,
            Now = now,
            Log = log,
            Suspensions = suspensions,
            Checklists = [.. suspensions.Select(standing => standing.Request.Subject.Asset).Distinct().Select(asset => ResumeChecklist.Of(log, asset))],
            Freezes = FreezeBook.Of(log),
            Clock = ReportingClock.Of(log, regime ?? ReportingRegime.Usual),
        };
    }
}
