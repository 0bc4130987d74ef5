using Spoor.Reporting;
using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Cli.Output;

/// <summary>Says that a claim names nothing in the store, and what to look at.</summary>
internal static class NothingFound
{
    public static async Task SayAsync(TextWriter talk, TraceRequest request, ITransferStore store, CancellationToken cancellation)
    {
        var heads = await store.HeadsAsync(cancellation);
        foreach (var claim in request.Claims)
        {
            talk.WriteLine(Describe(claim, request.Direction));
            talk.WriteLine(heads.FirstOrDefault(head => head.Chain == claim.Chain) is { } held
                ? $"  The store holds {claim.Chain} from block {held.Lowest} ({Rendered.Moment(held.First)}) to {held.Highest} ({Rendered.Moment(held.Last)})."
                : $"  The store holds nothing of {claim.Chain}; it holds {Chains(heads)}.");
        }

        talk.WriteLine("Check --chain, --since, --until and --data, and 'spoor status'; where the data begin after the theft, ask for --opening stolen.");
    }

    private static string Describe(TheftClaim claim, TraceDirection direction) => claim switch
    {
        TheftClaim.ByTransaction { Index: { } index } one => $"No transfer {index} of transaction {one.Tx.Render(one.Chain)} on {one.Chain} is held.",
        TheftClaim.ByTransaction all => $"No transfer of transaction {all.Tx.Render(all.Chain)} on {all.Chain} is held.",
        TheftClaim.BySeed seed => $"{AddressText.ToCaip10(seed.Chain, seed.Address)} {(direction == TraceDirection.Out ? "received" : "sent")} nothing{Window(seed)}.",
        TheftClaim.ByHolding holding => $"{AddressText.ToCaip10(holding.Chain, holding.Address)} held nothing at {Rendered.Moment(holding.At)}.",
        _ => throw new InvalidOperationException($"A claim of the unknown kind {claim.GetType().Name}."),
    };

    private static string Window(TheftClaim.BySeed seed) => string.Concat(
        seed.Since is { } since ? $" from {Rendered.Moment(since)}" : "",
        seed.Until is { } until ? $" until {Rendered.Moment(until)}" : "");

    private static string Chains(IReadOnlyList<ChainHead> heads) =>
        heads.Count == 0 ? "nothing at all" : string.Join(", ", heads.Select(head => head.Chain));
}
