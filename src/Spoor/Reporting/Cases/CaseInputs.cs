using Spoor.Attribution;
using Spoor.Incidents;
using Spoor.Incidents.Losses;
using Spoor.Incidents.Losses.Guards;
using Spoor.Labels;
using Spoor.Tracing;
using Spoor.Tracing.Swaps;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Reporting.Cases;

/// <summary>Everything a case is computed from; <see cref="CaseFindings"/> are a function of it alone.</summary>
public sealed record CaseInputs
{
    /// <summary>As far as they were known by the parameters' day.</summary>
    public required IncidentFacts Facts { get; init; }

    /// <summary>The incident as links and attribution see it, with the hash of its files.</summary>
    public required TheftCase Case { get; init; }

    /// <summary>The other incidents it is compared with, in order of id.</summary>
    public required IReadOnlyList<TheftCase> Others { get; init; }

    /// <summary>Where the transfers are; an empty store where there are none.</summary>
    public required ITransferStore Transfers { get; init; }

    /// <summary>What the transfers are called where a figure names its source: <c>store</c>, <c>transfers.csv</c>.</summary>
    public required string TransfersName { get; init; }

    /// <summary>
    /// Whether the transfers are only those that were published with the incident: they are traced, but other incidents are not
    /// searched in them, because what few published rows do not show says nothing.
    /// </summary>
    public required bool IsPublishedOnly { get; init; }

    /// <summary>Bridges that are known, with what came out of them where that is known.</summary>
    public IReadOnlyList<Crossing> Crossings { get; init; } = [];

    /// <summary>Those learned after the parameters' day are not used.</summary>
    public LabelBook Labels { get; init; } = LabelBook.Empty;

    /// <summary>Who repeats whom among the sources of labels.</summary>
    public SourceLineage LabelSources { get; init; } = SourceLineage.Empty;

    public TokenList Tokens { get; init; } = TokenList.Builtin;

    /// <summary>Our estimates of the loss; null where the incident has none.</summary>
    public LossHistory? Estimates { get; init; }

    public required PriceBook Prices { get; init; }

    /// <summary>The files that prices come from.</summary>
    public IReadOnlyList<CitedFile> PriceFiles { get; init; } = [];

    /// <summary>The files that labels come from, besides the store and the incidents.</summary>
    public IReadOnlyList<CitedFile> LabelFiles { get; init; } = [];

    /// <summary>All files that prices and labels come from.</summary>
    public IReadOnlyList<CitedFile> Files => [.. PriceFiles, .. LabelFiles];

    /// <summary>Rows of the price files that were left out because their price is 0.</summary>
    public int ZeroPrices { get; init; }

    /// <summary>What is missing from the victim's balances, where it was stated.</summary>
    public IReadOnlyList<BalanceReconciliation> Balances { get; init; } = [];

    public CaseParameters Parameters { get; init; } = new();
}

/// <summary>What decides the findings of a case besides its inputs.</summary>
public sealed record CaseParameters
{
    /// <summary>Only what was published and learned by the end of this day; null for all.</summary>
    public DateOnly? AsOf { get; init; }

    public TaintRule Rule { get; init; } = TaintRule.Haircut;

    /// <summary>When a trace stops; its labels are those of the case.</summary>
    public StopRules Stops { get; init; } = new();

    /// <summary>The probability of one actor behind two incidents before any evidence.</summary>
    public decimal Prior { get; init; } = Posterior.DefaultPrior;
}
