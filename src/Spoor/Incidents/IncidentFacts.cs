namespace Spoor.Incidents;

/// <summary>An incident as it was published: facts, each with its sources, before anything is traced.</summary>
/// <remarks>The folder it is read from is described in <c>examples/coinex-2023/README.md</c>.</remarks>
public sealed record IncidentFacts
{
    public required string Id { get; init; }

    public required string Victim { get; init; }

    public required string Title { get; init; }

    public required StatedTime Started { get; init; }

    public required string Cause { get; init; }

    /// <summary>In order of time.</summary>
    public required IReadOnlyList<IncidentEvent> Timeline { get; init; }

    /// <summary>What others said was lost; none adds to another.</summary>
    public required IReadOnlyList<LossStatement> LossStatements { get; init; }

    /// <summary>What left the victim but was not stolen.</summary>
    public required Rescue Rescue { get; init; }

    public required IReadOnlyList<IncidentWallet> Wallets { get; init; }

    public required IReadOnlyList<PublishedTotal> Totals { get; init; }

    /// <summary>By key.</summary>
    public required IReadOnlyList<IncidentSource> Sources { get; init; }

    public IEnumerable<IncidentWallet> WalletsOf(WalletRole role) => Wallets.Where(wallet => wallet.Role == role);
}

/// <summary>Something that happened in the course of an incident.</summary>
public sealed record IncidentEvent(StatedTime When, string What, string Source);

/// <summary>What somebody said was lost, or held, in US dollars.</summary>
public sealed record LossStatement(string Who, StatedTime When, long Usd, string Scope, string Source);

/// <summary>Value that the victim itself moved to safety: an outflow, not a theft.</summary>
public sealed record Rescue(string Chain, string Address, string Note, IReadOnlyList<LossStatement> Statements);

/// <summary>Who published a fact, and where.</summary>
/// <param name="Kind"><c>primary</c> (the party itself), <c>compilation</c> or <c>press</c>.</param>
public sealed record IncidentSource(string Key, string Kind, string Title, string Url);
