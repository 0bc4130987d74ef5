using System.Text.Json;
using Spoor.Reporting;
using Spoor.Web.Serving;
using Spoor.Workspace.Importing;

namespace Spoor.Web.Jobs;

/// <summary>Work that takes longer than a request may: how it stands.</summary>
public sealed record Job
{
    /// <summary>Random, so that nobody finds another's by counting.</summary>
    public required string Id { get; init; }

    /// <summary>What it makes: <c>trace</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Who asked for it; nobody else but an admin sees it.</summary>
    public required string Owner { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>What it works on, such as an incident or the name of a file; empty where its kind says all.</summary>
    public string About { get; init; } = "";

    public JobState State { get; init; }

    public DateTimeOffset? Ended { get; init; }

    /// <summary>How far it is, in numbers with names.</summary>
    public IReadOnlyList<(string Name, long Value)> Progress { get; init; } = [];

    /// <summary>Why it failed; empty where it did not.</summary>
    public string Failure { get; init; } = "";

    /// <summary>The lines of a file for which it failed.</summary>
    public IReadOnlyList<FaultyLine> Faults { get; init; } = [];

    /// <summary>What it made; empty until it is done.</summary>
    public ReadOnlyMemory<byte> Document { get; init; }

    /// <summary>What a browser saves its document as; null for a JSON document that is shown.</summary>
    public string? SaveAs { get; init; }

    /// <summary>Of its document: every file that is saved is a ZIP.</summary>
    public string ContentType => SaveAs is null ? DocumentAnswer.Json : "application/zip";

    /// <summary>Where its document is fetched.</summary>
    public string Place => Kind == "trace" ? $"/api/v1/traces/{Id}" : $"/api/v1/jobs/{Id}/document";

    public bool IsOver => State is not (JobState.Queued or JobState.Running);

    /// <summary>Writes its members, of <c>job/1</c>.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("id", Id);
        json.WriteString("kind", Kind);
        json.WriteString("about", About.Length == 0 ? null : About);
        json.WriteString("owner", Owner);
        json.WriteString("state", State.ToString().ToLowerInvariant());
        json.WriteString("created", Rendered.Moment(Created));
        json.WriteString("ended", Ended is { } ended ? Rendered.Moment(ended) : null);
        json.WriteStartObject("progress");
        foreach (var (name, value) in Progress)
        {
            json.WriteNumber(name, value);
        }

        json.WriteEndObject();
        json.WriteString("failure", Failure.Length == 0 ? null : Failure);
        json.WriteObjects("faults", Faults, fault =>
        {
            json.WriteNumber("line", fault.Line);
            json.WriteString("field", fault.Field);
            json.WriteString("expected", fault.Expected);
            json.WriteString("found", fault.Found);
        });
        json.WriteString("document", State == JobState.Done ? Place : null);
    }
}

/// <summary>Where a job is on its way.</summary>
public enum JobState
{
    Queued,
    Running,
    Done,
    Failed,
    Cancelled,
}
