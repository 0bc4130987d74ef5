using System.Globalization;
using Spoor.Reporting.Documents;
using Spoor.Tracing.Terminals;
using Spoor.Transfers;

namespace Spoor.Reporting.Cases.Sections;

/// <summary>With which block and when the data of each chain end: what a report says of the money holds until then and not a moment longer.</summary>
internal sealed class DataReach(CaseFindings findings)
{
    private const int MaxChains = 3;

    private readonly Whereabouts _whereabouts = findings.Whereabouts;

    /// <summary>Which chains an asset's value came to.</summary>
    public IReadOnlyList<ChainId> ChainsOf(AssetId asset) =>
        [.. _whereabouts.Places.Where(place => !place.Of(asset).IsZero).Select(place => place.Chain).Append(asset.Chain).Distinct().Order()];

    /// <summary><c>12 September 2023 at 13:20:59 UTC on Ethereum</c>; of many chains the first and the last end.</summary>
    public string EndsOf(IReadOnlyList<ChainId> chains)
    {
        if (chains.Count <= MaxChains)
        {
            return string.Join(" and ", chains.Select(chain => $"{EndOf(chain)} on {CaseContext.ChainOf(chain)}"));
        }

        var known = chains.Select(_whereabouts.EndOf).OfType<DateTimeOffset>().Order().ToList();
        return known.Count == 0 ? "a time that they do not state" : $"between {Plainly(known[0])} and {Plainly(known[^1])} on {NumberText.Of(chains.Count)} chains";
    }

    /// <summary>As people say it: <c>12 September 2023 at 13:20:59 UTC</c>.</summary>
    public static string Plainly(DateTimeOffset time) =>
        time.UtcDateTime.ToString(time.Second == 0 ? "d MMMM yyyy 'at' HH:mm 'UTC'" : "d MMMM yyyy 'at' HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>How the data were chosen, how many they are, and where they end.</summary>
    public string Sentence()
    {
        bool isPublished = findings.Inputs.IsPublishedOnly;
        long all = _whereabouts.Heads.Sum(head => head.Transfers);
        string which = _whereabouts.Heads.Any(IsCut) ? isPublished ? "those of the published transfers that had taken place" : "those transfers of the data folder that had taken place"
            : !isPublished ? $"{NumberText.Of(all, "transfer", "transfers")} of the data folder"
            : all == 1 ? "one transfer, the only one published with the incident"
            : $"{NumberText.Of(all)} transfers, those published with the incident and no others";
        return $"The data at hand are {which}.{(isPublished ? " Whatever else was stolen is not in them." : "")} They end on {EndsOf(ChainsAll())}.";
    }

    /// <summary>One row for each chain that value of the theft came to.</summary>
    public Table Table() => new("data-ends", "How far the data go (UTC)",
        ["Chain", "The data end", ">In block", ">Transfers at hand"],
        [.. ChainsAll().Select(RowOf)]);

    private Row RowOf(ChainId chain)
    {
        var head = _whereabouts.Heads.FirstOrDefault(one => one.Chain == chain);
        string end = _whereabouts.EndOf(chain) is { } known ? Rendered.Moment(known) : "not known";
        return head is null || IsCut(head)
            ? new([CaseContext.ChainOf(chain), end, "", ""])
            : new([CaseContext.ChainOf(chain), end, head.Highest == 0 ? "not published" : head.Highest.ToString(CultureInfo.InvariantCulture), NumberText.Of(head.Transfers)]);
    }

    // Blocks and counts of a chain that went on after the day of the report are not those of that day.
    private bool IsCut(ChainHead head) => findings.Inputs.Parameters.AsOf is { } day
        && head.Last >= new DateTimeOffset(day.ToDateTime(new TimeOnly(23, 59, 59)), TimeSpan.Zero);

    private IReadOnlyList<ChainId> ChainsAll() =>
        [.. _whereabouts.Places.Select(place => place.Chain).Concat(_whereabouts.Assets.Select(asset => asset.Chain)).Distinct().Order()];

    private string EndOf(ChainId chain) => _whereabouts.EndOf(chain) is { } end ? Plainly(end) : "a time that they do not state";
}
