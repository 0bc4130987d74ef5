using Spoor.Attribution;
using Spoor.Labels;
using Spoor.Transfers;
using Spoor.Workspace.Incidents;
using Spoor.Workspace.Labels;

namespace Spoor.Workspace.Links;

/// <summary>Which links are asked for, before it is said where they are searched.</summary>
public sealed record LinkQuestion
{
    public required IncidentLibrary Library { get; init; }

    public required KnownIncident Asked { get; init; }

    /// <summary>Those it is compared with; itself is left out.</summary>
    public required IEnumerable<KnownIncident> Against { get; init; }

    public DateOnly? AsOf { get; init; }

    /// <summary>Keys of sources that are set aside.</summary>
    public IReadOnlyCollection<string> Without { get; init; } = [];

    /// <summary>Preferred to those of the incidents, and these to those of the store.</summary>
    public LabelFiles Files { get; init; } = LabelFiles.None;

    public LinkParameters Parameters { get; init; } = new();

    /// <param name="transfers">Null where there are none.</param>
    /// <exception cref="FormatException">The question is about nothing, or a file of an incident is not as described.</exception>
    public LinkRequest In(ITransferStore? transfers, LabelBook labels, SourceLineage lineage)
    {
        var against = Against.Where(other => other.Id != Asked.Id).ToList();
        var known = Library.All.Where(incident => incident.Id != Asked.Id).Concat(against).Append(Asked).DistinctBy(incident => incident.Id).ToList();
        var request = new LinkRequest
        {
            Case = Asked.Case,
            Against = [.. against.Select(other => other.Case)],
            Known = [.. known.Select(incident => incident.Case)],
            Labels = Files.Book.Then(new(known.SelectMany(incident => incident.Facts.Labels))).Then(labels),
            LabelSources = lineage,
            Transfers = transfers,
            AsOf = AsOf,
            Without = Without.ToHashSet(StringComparer.Ordinal),
            Parameters = Parameters,
        };
        Require(request);
        return request;
    }

    // Neither question has an answer that is not about nothing.
    private static void Require(LinkRequest request)
    {
        if (request.Against.Count == 0)
        {
            throw new FormatException($"--against: expected at least one other incident to compare {request.Case.Id} with, found only itself. 'spoor incident list' shows those that are known.");
        }

        if (request.Without.Order(StringComparer.Ordinal).FirstOrDefault(key => !request.IsSource(key)) is { } unknown)
        {
            throw new FormatException($"--without: expected the key of a source that one of the incidents or labels names, found '{unknown}'. 'spoor attribute {request.Case.Id}' lists those it rests on.");
        }
    }
}
