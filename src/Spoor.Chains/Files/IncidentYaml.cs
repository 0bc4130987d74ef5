using Spoor.Incidents;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Spoor.Chains.Files;

/// <summary>What <c>incident.yaml</c> holds, as it stands there.</summary>
internal sealed class IncidentYaml
{
    public string Id { get; set; } = "";

    public string Victim { get; set; } = "";

    public string Title { get; set; } = "";

    public string StartedUtc { get; set; } = "";

    public string Cause { get; set; } = "";

    public List<EventYaml> Timeline { get; set; } = [];

    public List<StatementYaml> LossStatements { get; set; } = [];

    public RescueYaml Rescue { get; set; } = new();

    public Dictionary<string, SourceYaml> Sources { get; set; } = [];

    /// <exception cref="FormatException">Not such a file; the message names line and column.</exception>
    public static IncidentFacts Read(TextReader text)
    {
        try
        {
            var reader = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build();
            return reader.Deserialize<IncidentYaml>(text).ToFacts();
        }
        catch (YamlException failure)
        {
            string reason = (failure.InnerException ?? failure).Message;
            throw new FormatException($"incident.yaml, line {failure.Start.Line}, column {failure.Start.Column}: {reason}", failure);
        }
    }

    private IncidentFacts ToFacts() => new()
    {
        Id = Id,
        Victim = Victim,
        Title = Title,
        Started = StatedTime.Parse(StartedUtc),
        Cause = Cause,
        Timeline = [.. Timeline.Select(entry => new IncidentEvent(StatedTime.Parse(entry.Utc), entry.What, entry.Source))],
        LossStatements = [.. LossStatements.Select(said => said.ToFact())],
        Rescue = new(Rescue.Chain, Rescue.Address, Rescue.Note, [.. Rescue.Statements.Select(said => said.ToFact())]),
        Wallets = [],
        Totals = [],
        Sources =
        [
            .. Sources.OrderBy(source => source.Key, StringComparer.Ordinal)
                .Select(source => new IncidentSource(source.Key, source.Value.Kind, source.Value.Title, source.Value.Url)),
        ],
    };
}

internal sealed class EventYaml
{
    public string Utc { get; set; } = "";

    public string What { get; set; } = "";

    public string Source { get; set; } = "";
}

internal sealed class StatementYaml
{
    public string Who { get; set; } = "";

    public string When { get; set; } = "";

    public long Usd { get; set; }

    public string Scope { get; set; } = "";

    public string Source { get; set; } = "";

    public LossStatement ToFact() => new(Who, StatedTime.Parse(When), Usd, Scope, Source);
}

internal sealed class RescueYaml
{
    public string Chain { get; set; } = "";

    public string Address { get; set; } = "";

    public string Note { get; set; } = "";

    public List<StatementYaml> Statements { get; set; } = [];
}

internal sealed class SourceYaml
{
    public string Kind { get; set; } = "";

    public string Title { get; set; } = "";

    public string Url { get; set; } = "";
}
