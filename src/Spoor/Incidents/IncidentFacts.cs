using Spoor.Attribution;
using Spoor.Labels;

namespace Spoor.Incidents;

/// <summary>An incident as it was published: facts, each with its sources, before anything is traced.</summary>
/// <remarks>The folder it is read from is described in <c>docs/incidents.md</c>.</remarks>
public sealed record IncidentFacts
{
    /// <summary>The name of its folder: <c>coinex-2023</c>.</summary>
    public required string Id { get; init; }

    public required string Victim { get; init; }

    public required string Title { get; init; }

    /// <summary>The first theft transaction, as exactly as it was published.</summary>
    public required StatedTime Started { get; init; }

    /// <summary>The last theft transaction; null where nobody says.</summary>
    public StatedTime? Ended { get; init; }

    /// <summary>When somebody first noticed; null where nobody says.</summary>
    public StatedTime? Discovered { get; init; }

    /// <summary>How the thief came in; empty where nobody says.</summary>
    public string Cause { get; init; } = "";

    /// <summary>What kind of case it is in the words of those who count such cases.</summary>
    public IReadOnlyList<IncidentCategory> Categories { get; init; } = [];

    /// <summary>In order of time.</summary>
    public IReadOnlyList<IncidentEvent> Timeline { get; init; } = [];

    /// <summary>What others said was lost; none adds to another.</summary>
    public IReadOnlyList<LossStatement> LossStatements { get; init; } = [];

    /// <summary>What left the victim but was not stolen; null where nothing is known to have been brought to safety.</summary>
    public Rescue? Rescue { get; init; }

    /// <summary>Who is said to be behind it, in order of day.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    public required IReadOnlyList<IncidentWallet> Wallets { get; init; }

    public IReadOnlyList<PublishedTotal> Totals { get; init; } = [];

    /// <summary>By key.</summary>
    public required IReadOnlyList<Citation> Sources { get; init; }

    /// <summary>What its folder says of addresses, in the order of the file.</summary>
    public IReadOnlyList<Label> Labels { get; init; } = [];

    /// <summary>Since when a statement can have been known: its own day, else the day on which the first of its sources came out.</summary>
    /// <returns>Null where neither is known: it then counts on no day that is asked about.</returns>
    public DateOnly? KnownFrom(LossStatement said) => said.When?.Day ?? PublishedFrom(said.Source);

    // The day on which the first of some sources came out.
    private DateOnly? PublishedFrom(string sources)
    {
        string[] keys = sources.Split(';');
        return Sources.Where(source => keys.Contains(source.Key)).Min(source => source.Published);
    }

    /// <summary>
    /// Only what was known by the end of a day: events and times by their own day, addresses and sources by the first day on which a
    /// source came out. What carries no day – the title, the cause, an address of which no source has a date – is left out.
    /// </summary>
    public IncidentFacts KnownBy(DateOnly day) => this with
    {
        Title = $"The theft from {Victim}",
        Cause = "",
        Ended = Ended?.Day <= day ? Ended : null,
        Discovered = Discovered?.Day <= day ? Discovered : null,
        Timeline = [.. Timeline.Where(entry => entry.When.Day <= day)],
        LossStatements = [.. LossStatements.Where(said => KnownFrom(said) <= day)],
        Rescue = Rescue is { } rescue && rescue.Statements.Any(said => KnownFrom(said) <= day)
            ? rescue with { Statements = [.. rescue.Statements.Where(said => KnownFrom(said) <= day)] }
            : null,
        Findings = [.. Findings.Where(finding => finding.Made <= day)],
        Wallets = [.. Wallets.Where(wallet => PublishedFrom(wallet.Source) <= day)],
        Totals = [.. Totals.Where(total => total.AsOf.Day <= day && PublishedFrom(total.Source) <= day)],
        Sources = [.. Sources.Where(source => source.Published is not { } published || published <= day)],
    };

    public IEnumerable<IncidentWallet> WalletsOf(WalletRole role) => Wallets.Where(wallet => wallet.Role == role);

    /// <summary>The incident as links and attribution see it.</summary>
    public TheftCase ToCase() => new()
    {
        Id = Id,
        Victim = Victim,
        Began = Started.Start,
        Members = [.. Wallets.Select(wallet => wallet.ToMember())],
        Findings = Findings,
        Sources = new(Sources),
    };
}

/// <summary>Something that happened in the course of an incident.</summary>
/// <param name="Source">Keys of sources, separated by semicolons.</param>
public sealed record IncidentEvent(StatedTime When, string What, string Source);

/// <summary>What somebody said was lost, or held, in US dollars.</summary>
/// <param name="When">When it was said; null where nobody says, and never the day of the theft in its place.</param>
/// <param name="Source">Keys of sources, separated by semicolons.</param>
public sealed record LossStatement(string Who, StatedTime? When, long Usd, string Scope, string Source);

/// <summary>Value that the victim itself moved to safety: an outflow, not a theft.</summary>
public sealed record Rescue(string Chain, string Address, string Note, IReadOnlyList<LossStatement> Statements);
