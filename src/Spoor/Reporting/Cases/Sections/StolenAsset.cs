using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Reporting.Cases.Sections;

/// <summary>One stolen asset and where it ended, over all thefts of it.</summary>
internal sealed record StolenAsset(AssetId Asset, Amount Stolen, Amount Held, Amount AtServices, Amount AtMixers, Amount Elsewhere, int Transfers)
{
    public static IEnumerable<StolenAsset> Of(Trace trace)
    {
        var assets = trace.Thefts.ToDictionary(theft => theft.Number, theft => theft.Asset);
        var transfers = trace.Transfers.GroupBy(traced => assets[traced.Theft]).ToDictionary(group => group.Key, group => group.Count());
        return trace.Books.GroupBy(book => assets[book.Theft]).OrderBy(group => group.Key).Select(group =>
        {
            var stopped = group.SelectMany(book => book.Stopped).ToLookup(stop => stop.Key, stop => stop.Value);
            var services = Sum(stopped[StopReason.Service].Concat(stopped[StopReason.Degree]));
            var mixers = Sum(stopped[StopReason.Mixer]);
            var others = Sum(stopped.Where(one => one.Key is not (StopReason.Service or StopReason.Degree or StopReason.Mixer)).SelectMany(one => one).Concat(group.Select(book => book.Fees)));
            return new StolenAsset(group.Key, Sum(group.Select(book => book.Stolen)), Sum(group.Select(book => book.Held)), services, mixers, others, transfers.GetValueOrDefault(group.Key));
        });
    }

    private static Amount Sum(IEnumerable<Amount> amounts) => amounts.Aggregate(Amount.Zero, (sum, amount) => sum + amount);
}
