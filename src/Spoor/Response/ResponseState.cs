using Spoor.Records;
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

    /// <exception cref="FormatException">An act is not as the desk writes it.</exception>
    public static ResponseState Of(string incident, ActLog log, DateTimeOffset now)
    {
        var suspensions = SuspensionBook.Of(log, incident).Standings;
        return new()
        {
            Incident = incident,
            Now = now,
            Log = log,
            Suspensions = suspensions,
            Checklists = [.. suspensions.Select(standing => standing.Request.Subject.Asset).Distinct().Select(asset => ResumeChecklist.Of(log, asset))],
        };
    }
}
