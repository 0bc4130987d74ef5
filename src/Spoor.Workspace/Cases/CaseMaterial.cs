using Spoor.Chains.Files.Incidents;
using Spoor.Labels;
using Spoor.Reporting;
using Spoor.Reporting.Cases;
using Spoor.Transfers;
using Spoor.Workspace.Incidents;
using Spoor.Workspace.Transfers;

namespace Spoor.Workspace.Cases;

/// <summary>What a case is computed from besides incidents and parameters.</summary>
public sealed record CaseMaterial
{
    public ITransferStore Transfers { get; init; } = new MemoryTransferStore();

    /// <summary>Whether the transfers are those that lie in the folder of the incident.</summary>
    public required bool IsPublishedOnly { get; init; }

    /// <summary>Those handed in with the question, which are preferred to all others.</summary>
    public LabelBook FileLabels { get; init; } = LabelBook.Empty;

    public IReadOnlyList<CitedFile> LabelFiles { get; init; } = [];

    public LabelBook StoreLabels { get; init; } = LabelBook.Empty;

    public SourceLineage Lineage { get; init; } = SourceLineage.Empty;

    public IReadOnlyList<BridgeLeg> Legs { get; init; } = [];

    /// <summary>What value is counted with; null for the prices in the incident's own folder.</summary>
    public LossPrices? Prices { get; init; }

    public string TransfersName => IsPublishedOnly ? IncidentFiles.Transfers : CaseReading.StoreName;

    /// <exception cref="FormatException">A file of an incident is not as described.</exception>
    public CaseInputs Inputs(IncidentLibrary library, KnownIncident incident, CaseParameters parameters)
    {
        var others = library.All.Where(other => other.Id != incident.Id).ToList();
        var loss = LossFolder.Read(incident, Prices);
        var own = new LabelBook(others.Append(incident).OrderBy(known => known.Id, StringComparer.Ordinal).SelectMany(known => known.Facts.Labels));
        return new()
        {
            Facts = parameters.AsOf is { } day ? incident.Facts.KnownBy(day) : incident.Facts,
            Case = incident.Case,
            Others = [.. others.Select(other => other.Case)],
            Transfers = Transfers,
            TransfersName = TransfersName,
            IsPublishedOnly = IsPublishedOnly,
            Crossings = StoredCrossings.Of(Legs),
            Labels = FileLabels.Then(own).Then(StoreLabels),
            LabelSources = Lineage,
            Estimates = loss.History,
            Prices = loss.Prices.Book,
            PriceFiles = loss.Prices.Files,
            LabelFiles = LabelFiles,
            ZeroPrices = loss.Prices.Zeros,
            Balances = CaseReading.BalancesOf(incident),
            Parameters = parameters,
        };
    }
}
