using System.Text.RegularExpressions;
using Spoor.Attribution;
using Spoor.Incidents;
using Spoor.Labels;

namespace Spoor.Chains.Files.Incidents;

/// <summary>Reads <c>incident.yaml</c>.</summary>
internal static partial class IncidentYaml
{
    /// <summary>The facts without wallets and totals; null when the file cannot be read at all.</summary>
    public static IncidentFacts? Read(TextReader text, FolderNotes notes)
    {
        if (YamlFile.Read(IncidentFiles.Incident, text, notes.Found) is not { } node)
        {
            return null;
        }

        var top = new YamlEntry(IncidentFiles.Incident, node, notes.Found);
        var started = top.Time("started_utc");
        var sources = SourceYaml.ReadAll(top, notes);
        var facts = new IncidentFacts
        {
            Id = IdOf(top),
            Victim = top.Required("victim"),
            Title = top.Required("title"),
            Started = started,
            Discovered = top.OptionalTime("discovered_utc"),
            Ended = top.OptionalTime("ended_utc"),
            Cause = top.Optional("cause"),
            Categories = CategoriesOf(top),
            Timeline = TimelineOf(top, started, notes),
            LossStatements = StatementsOf(top, "loss_statements", started, sources, notes),
            Rescue = RescueOf(top, started, sources, notes),
            Findings = FindingsOf(top, started, notes),
            Wallets = [],
            Sources = sources,
        };
        NotBefore(top, "discovered_utc", facts.Discovered, started);
        NotBefore(top, "ended_utc", facts.Ended, started);
        top.Close();
        return facts;
    }

    private static string IdOf(YamlEntry top)
    {
        string id = top.Required("id");
        if (id.Length > 0 && !IdForm().IsMatch(id))
        {
            top.Fault("id", $"expected small letters, digits and hyphens such as coinex-2023, found '{id}'.");
        }

        return id;
    }

    private static List<IncidentCategory> CategoriesOf(YamlEntry top)
    {
        var categories = new List<IncidentCategory>();
        if (top.Entry("categories") is not { } entry)
        {
            return categories;
        }

        foreach (var (vocabulary, words) in IncidentCategory.Vocabularies)
        {
            string word = entry.Optional(vocabulary);
            if (word.Length > 0 && !words.Contains(word))
            {
                entry.Fault(vocabulary, $"expected one of {string.Join(", ", words)}, found '{word}'{NearNames.Hint(word, words)}");
            }

            if (word.Length > 0)
            {
                categories.Add(new(vocabulary, word));
            }
        }

        entry.Close();
        return categories;
    }

    private static List<IncidentEvent> TimelineOf(YamlEntry top, StatedTime started, FolderNotes notes)
    {
        var timeline = new List<IncidentEvent>();
        foreach (var entry in top.Entries("timeline"))
        {
            var happened = new IncidentEvent(entry.Time("utc"), entry.Required("what"), notes.Cite(entry, "source"));
            if (timeline.Count > 0 && happened.When.IsBefore(timeline[^1].When))
            {
                entry.Fault("utc", $"expected the time line in order, found {happened.When} after {timeline[^1].When}.");
            }

            timeline.Add(happened);
            entry.Close();
        }

        if (timeline.Count > 0 && timeline.All(happened => happened.When.IsBefore(started)))
        {
            top.Fault("started_utc", $"expected a start within the time line, found {started} after its end, {timeline[^1].When}.");
        }

        return timeline;
    }

    private static List<LossStatement> StatementsOf(
        YamlEntry top, string key, StatedTime started, IReadOnlyList<Citation> sources, FolderNotes notes)
    {
        var statements = new List<LossStatement>();
        foreach (var entry in top.Entries(key))
        {
            var said = new LossStatement(
                entry.Required("who"), entry.OptionalTime("when"), entry.Dollars("usd"), entry.Optional("scope"), notes.Cite(entry, "source"));
            NotBefore(entry, "when", said.When, started);
            CheckDay(entry, said, [.. said.Source.Split(';').Select(key => sources.FirstOrDefault(source => source.Key == key)?.Published)]);
            statements.Add(said);
            entry.Close();
        }

        return statements;
    }

    // A source may quote what was said before it; the day of the theft in place of a day nobody gives is the usual mistake.
    private static void CheckDay(YamlEntry entry, LossStatement said, IReadOnlyList<DateOnly?> published)
    {
        if (said.When is { } when && when != default && published.All(day => day is { } known && known > when.Day))
        {
            entry.Warn("when", $"expected a day on which a source was published already, {published.Min():yyyy-MM-dd} or later, found {when}; leave it out unless a source gives it.");
        }
    }

    private static Rescue? RescueOf(YamlEntry top, StatedTime started, IReadOnlyList<Citation> sources, FolderNotes notes)
    {
        if (top.Entry("rescue") is not { } entry)
        {
            return null;
        }

        var rescue = new Rescue(
            entry.Required("chain"), entry.Required("address"), entry.Optional("note"), StatementsOf(entry, "statements", started, sources, notes));
        entry.Close();
        return rescue;
    }

    private static List<Finding> FindingsOf(YamlEntry top, StatedTime started, FolderNotes notes)
    {
        var findings = new List<Finding>();
        foreach (var entry in top.Entries("findings"))
        {
            var finding = new Finding(entry.Required("actor"), notes.Cite(entry, "source"), entry.Day("made"), entry.Required("statement"));
            if (finding.Made < DateOnly.FromDateTime(started.Start.UtcDateTime) && finding.Made != default)
            {
                entry.Fault("made", $"expected a day not before the incident started, {started}, found {finding.Made:yyyy-MM-dd}.");
            }

            if (finding.Source.Contains(';', StringComparison.Ordinal))
            {
                entry.Fault("source", "expected one source, who made the finding; write a finding for each.");
            }

            findings.Add(finding);
            entry.Close();
        }

        return [.. findings.OrderBy(finding => finding.Made).ThenBy(finding => finding.Source, StringComparer.Ordinal)];
    }

    private static void NotBefore(YamlEntry entry, string key, StatedTime? time, StatedTime started)
    {
        if (time is { } known && known != default && known.IsBefore(started))
        {
            entry.Fault(key, $"expected a time not before the incident started, {started}, found {known}.");
        }
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex IdForm();
}
