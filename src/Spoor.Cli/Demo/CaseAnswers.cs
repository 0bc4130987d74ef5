using Spoor.Attribution;
using Spoor.Chains.Files.Incidents;
using Spoor.Incidents.Ledger;
using Spoor.Incidents.Losses;
using Spoor.Reporting;
using Spoor.Workspace.Cases;
using Spoor.Workspace.Incidents;
using Spoor.Workspace.Ledger;

namespace Spoor.Cli.Demo;

/// <summary>What Spoor itself finds from what was published: the links, the actor, the loss in its versions, the industry around it.</summary>
internal sealed record CaseAnswers
{
    // CertiK's tally of the year came out on 31 August 2023, two weeks before the theft.
    private static readonly LedgerPeriod UntilTheft = LedgerPeriod.TryParse("2023-01..2023-08", out var period)
        ? period
        : throw new InvalidOperationException("The period of the demo's tally cannot be read.");

    private static readonly DateOnly DayOfTheft = new(2023, 9, 12);

    private static readonly DateOnly TwoDaysLater = new(2023, 9, 14);

    private const string FindingOfAuthority = "fbi-stake";

    public required LinkReport Links { get; init; }

    /// <summary>By what is asked, in the order of the page; the second is the one shown in full.</summary>
    public required IReadOnlyList<(string Question, ActorReport Answer)> Attributions { get; init; }

    public Assessment Attribution => Attributions[1].Answer.Assessment;

    public required LossReport Loss { get; init; }

    public required IReadOnlyList<CitedFile> PriceFiles { get; init; }

    public required LedgerTally Tally { get; init; }

    public required LedgerComparison Comparison { get; init; }

    public static async Task<CaseAnswers> OfAsync(IncidentLibrary library, KnownIncident incident, CancellationToken cancellation)
    {
        var search = new LinkRequest
        {
            Case = incident.Facts.ToCase(),
            Against = [.. library.All.Where(other => other.Id != incident.Id).Select(other => other.Facts.ToCase())],
        };
        var folder = LossFolder.Read(incident, null);
        var found = await TransferReading.OfAsync(
            incident.Facts, await OwnTransfers.ReadAsync(incident, cancellation), IncidentFiles.Transfers, CaseReading.BalancesOf(incident), null, cancellation);
        var ledger = OpenedLedger.BuiltIn();
        var tally = LedgerTally.Of(ledger, new(UntilTheft, TallyBy.Month, ledger.Sources));
        return new()
        {
            Links = await LinkSearch.ReportAsync(search, cancellation),
            Attributions =
            [
                ($"At the end of {DayOfTheft:yyyy-MM-dd}, the day of the theft", await ActorSearch.RunAsync(search with { AsOf = DayOfTheft }, Posterior.DefaultPrior, cancellation)),
                ($"At the end of {TwoDaysLater:yyyy-MM-dd}", await ActorSearch.RunAsync(search with { AsOf = TwoDaysLater }, Posterior.DefaultPrior, cancellation)),
                ($"The same without the finding of the FBI ({FindingOfAuthority})", await ActorSearch.RunAsync(search with { AsOf = TwoDaysLater, Without = new HashSet<string> { FindingOfAuthority } }, Posterior.DefaultPrior, cancellation)),
            ],
            Loss = LossReport.Of(incident.Facts, folder.History, folder.Prices.Book, found.Estimate, null) with { Window = found.Window, Uncapped = found.Uncapped, ZeroPrices = folder.Prices.Zeros },
            PriceFiles = folder.Prices.Files,
            Tally = tally,
            Comparison = LedgerComparison.Of(tally.Incidents, ledger.Figures, LedgerComparison.CertiK, UntilTheft),
        };
    }
}
