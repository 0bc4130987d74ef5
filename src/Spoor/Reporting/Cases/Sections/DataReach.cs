using System.Globalization;
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
        var chains = ChainsAll();
        long all = _whereabouts.Heads.Sum(head => head.Transfers);
        string which = findings.Inputs.IsPublishedOnly
            ? all == 1 ? "one transfer, the only one published with the incident" : $"{NumberText.Of(all)} transfers, those published with the incident and no others"
            : $"{NumberText.Of(all, "transfer", "transfers")} of the data folder";
        string until = findings.Inputs.Parameters.AsOf is { } day ? $", of which none after {Attribution.Written.Day(day)} was read" : "";
        return $"The data at hand are {which}{until}. They end on {EndsOf(chains)}.";
    }

    /// <summary>One row for each chain that value of the theft came to.</summary>
    public Documents.Table Table() => new("data-ends", "How far the data go (UTC)",
        ["Chain", "The last transfer at hand", ">In block", ">Transfers at hand"],
        [.. ChainsAll().Select(chain =>
        {
            var head = _whereabouts.Heads.FirstOrDefault(one => one.Chain == chain);
            bool isCut = findings.Inputs.Parameters.AsOf is not null;
            return new Documents.Row(
            [
                CaseContext.ChainOf(chain), _whereabouts.EndOf(chain) is { } end ? Rendered.Moment(end) : "not known",
                head is null || head.Highest == 0 ? "not published" : isCut ? "" : head.Highest.ToString(CultureInfo.InvariantCulture),
                NumberText.Of(head?.Transfers ?? 0),
            ]);
        })]);

    private IReadOnlyList<ChainId> ChainsAll() =>
        [.. _whereabouts.Places.Select(place => place.Chain).Concat(_whereabouts.Assets.Select(asset => asset.Chain)).Distinct().Order()];

    private string EndOf(ChainId chain) => _whereabouts.EndOf(chain) is { } end ? Plainly(end) : "a time that they do not state";
}
