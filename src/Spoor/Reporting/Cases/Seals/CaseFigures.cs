using System.Globalization;
using Spoor.Attribution;
using Spoor.Incidents.Losses;
using Spoor.Tracing;
using Spoor.Tracing.Terminals;
using Spoor.Transfers;

namespace Spoor.Reporting.Cases.Seals;

/// <summary>The headline figures of a case, each with what it rests on.</summary>
public static class CaseFigures
{
    /// <summary>In order of name.</summary>
    public static IReadOnlyList<CaseFigure> Of(CaseFindings findings) =>
    [
        .. OfTrace(findings.Trace).Concat(OfPlaces(findings.Whereabouts)).Concat(OfLinks(findings.Links)).Concat(OfAttribution(findings.Attribution.Assessment)).Concat(OfLoss(findings.Loss))
            .OrderBy(figure => figure.Name, StringComparer.Ordinal),
    ];

    private static IEnumerable<CaseFigure> OfTrace(Trace trace)
    {
        yield return new("trace/addresses", Text(trace.Holdings.Count), "count", [CaseNames.Trace + "#/addresses"]);
        yield return new("trace/transfers", Text(trace.Transfers.Count), "count", [CaseNames.Trace + "#/transfers"]);
        var assets = trace.Thefts.ToDictionary(theft => theft.Number, theft => theft.Asset);
        foreach (var ofAsset in trace.Books.Select((book, place) => (Book: book, Place: place)).GroupBy(one => assets[one.Book.Theft]))
        {
            var books = ofAsset.ToList();
            yield return Sum($"stolen/{ofAsset.Key}", books, book => book.Stolen, "stolen");
        }
    }

    // By the classes of places that traces have; as of the end of the data that the trace states.
    private static IEnumerable<CaseFigure> OfPlaces(Whereabouts found)
    {
        foreach (var head in found.Heads)
        {
            yield return new($"data-end/{head.Chain}", found.EndOf(head.Chain) is { } end ? Rendered.Moment(end) : null, "time", [CaseNames.Trace + "#/dataEnds"]);
        }

        var places = found.Places.Select((place, at) => (Place: place, At: at)).ToList();
        foreach (var asset in found.Assets)
        {
            foreach (var ofClass in places.Where(one => !one.Place.Of(asset).IsZero).GroupBy(one => one.Place.Class))
            {
                yield return new(
                    $"at-end/{asset}/{TerminalNames.Of(ofClass.Key)}",
                    ofClass.Aggregate(Amount.Zero, (sum, one) => sum + one.Place.Of(asset)).ToString(),
                    "units",
                    [.. ofClass.Select(one => $"{CaseNames.Trace}#/terminals/{Text(one.At)}/amounts")]);
            }
        }
    }

    private static CaseFigure Sum(string name, List<(Book Book, int Place)> books, Func<Book, Amount> part, string member) => new(
        name,
        books.Aggregate(Amount.Zero, (sum, one) => sum + part(one.Book)).ToString(),
        "units",
        [.. books.Select(one => $"{CaseNames.Trace}#/books/{Text(one.Place)}/{member}")]);

    private static IEnumerable<CaseFigure> OfLinks(LinkReport links) => Enum.GetValues<LinkStanding>()
        .Select(standing => new CaseFigure($"links/{standing.ToString().ToLowerInvariant()}", Text(links.Of(standing).Count()), "count", [CaseNames.Links + "#/links"]));

    private static IEnumerable<CaseFigure> OfAttribution(Assessment assessment)
    {
        yield return new("attribution/verdict", AssessmentJson.NameOf(assessment.Verdict), "word", [CaseNames.Attribution + "#/verdict"]);
        yield return new("attribution/closest", assessment.Closest?.There.Id, "word", [CaseNames.Attribution + "#/relations"]);
        foreach (var (route, place) in assessment.Routes.Select((route, place) => (route, place)).DistinctBy(one => one.route.Actor, StringComparer.OrdinalIgnoreCase))
        {
            yield return new(
                $"attribution/actor/{route.Actor}",
                route.Probability.ToString(CultureInfo.InvariantCulture),
                "probability",
                [$"{CaseNames.Attribution}#/routes/{Text(place)}/probability"]);
        }
    }

    private static IEnumerable<CaseFigure> OfLoss(LossReport loss)
    {
        yield return new("loss/newest", loss.Newest?.Estimate.Id, "word", [CaseNames.Loss + "#/newest"]);
        var estimates = loss.Estimates.Select((estimate, place) => (Estimate: estimate, At: $"estimates/{Text(place)}", Name: $"loss/{estimate.Estimate.Id}"))
            .Concat(loss.FromTransfers is { } found ? [(found, "transfers/0", "loss/from-transfers")] : Array.Empty<(ValuedEstimate, string, string)>());
        foreach (var (estimate, at, name) in estimates)
        {
            foreach (var measure in LossMeasures.All)
            {
                string word = measure.ToString().ToLowerInvariant();
                yield return new($"{name}/{word}", estimate.Known(measure)?.ToString(), "usd", [$"{CaseNames.Loss}#/{at}/totals/{word}"]);
            }
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
