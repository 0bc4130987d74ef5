using System.Globalization;
using Spoor.Attribution;
using Spoor.Transfers;

namespace Spoor.Reporting;

/// <summary>What a search for links says in words.</summary>
public static class LinkSentences
{
    public static string Headline(LinkReport report)
    {
        var linked = report.Of(LinkStanding.Claimed).Select(link => link.There.Case).Distinct(StringComparer.Ordinal).ToList();
        string day = report.Request.AsOf is { } asOf ? $", by what was known on {Written.Day(asOf)}" : "";
        string name = $"{report.Request.Case.Victim} ({report.Request.Case.Id})";
        return linked.Count == 0
            ? $"{name} is linked to none of {NumberText.Of(report.Compared, "other incident", "other incidents")}{day}."
            : $"{name} is linked to {string.Join(" and ", linked)}{day}.";
    }

    /// <summary>How many incidents were compared, and that the rest share nothing.</summary>
    public static string Compared(LinkReport report)
    {
        int linked = report.Of(LinkStanding.Claimed).Select(link => link.There.Case).Distinct(StringComparer.Ordinal).Count();
        string compared = $"Compared with {NumberText.Of(report.Compared, "other incident", "other incidents")}";
        int rest = report.Compared - linked;
        return rest == 0 ? $"{compared}." : $"{compared}; no link to {(linked == 0 ? "any" : rest == 1 ? "the other one" : $"any of the other {NumberText.Of(rest)}")} is claimed.";
    }

    /// <summary>What the search rested on.</summary>
    public static string Ground(LinkReport report)
    {
        var request = report.Request;
        string transfers = request.Transfers is null ? "No transfers were at hand, so flows were not followed" : $"Flows were followed up to {NumberText.Of(request.Parameters.MaxHops, "hop", "hops")} on both sides";
        string labels = request.Labels.Count == 0 ? "there were no labels" : $"{NumberText.Of(request.Labels.Count, "labelled address", "labelled addresses")} were at hand";
        string without = request.Without.Count == 0 ? "" : $" Set aside: {string.Join(", ", request.Without.Order(StringComparer.Ordinal))}.";
        return string.Create(CultureInfo.InvariantCulture, $"{transfers}; {labels}. Links are claimed from a weight of {request.Parameters.Threshold} on (log10 of the likelihood ratio).{without}");
    }

    public static string Known(Link link)
    {
        string witnesses = link.Witnesses == 1
            ? "All of its sources go back to one witness, and with it the link falls"
            : $"Its sources count as {NumberText.Of(link.Witnesses, "witness", "independent witnesses")}";
        return link.Known is { } day ? $"{witnesses}; both sides were public from {Written.Day(day)} on." : $"{witnesses}; when both sides were public is not known.";
    }

    /// <summary>The chains on both sides: <c>Optimism, Arbitrum | Polygon</c>.</summary>
    public static string Chains(Link link) => $"{Names(link.Here)} | {Names(link.There)}";

    public static string Kind(LinkKind kind) => kind switch
    {
        LinkKind.SameKey => "the same key",
        LinkKind.Flow => "a flow between the two",
        LinkKind.SharedDeposit => "a shared deposit address",
        LinkKind.CommonFunder => "a common funder",
        LinkKind.CommonCollector => "a common collector",
        LinkKind.CommonCounterparty => "a common counterparty",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind of link without words."),
    };

    public static string Outcome(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Passed => "passed",
        CheckOutcome.Failed => "FAILED",
        CheckOutcome.NotChecked => "not checked",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "An outcome without words."),
    };

    /// <summary>An address that leaves room for the words beside it.</summary>
    public static string InShort(string text) => text.Length <= 16 ? text : $"{text[..8]}…{text[^6..]}";

    private static string Names(LinkSide side) => string.Join(", ", side.Chains.Select(chain =>
        ChainId.TryParse(chain, out var id) && ChainRegistry.TryGet(id, out var known) ? known.Name : chain));
}
