using System.Numerics;
using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Reporting.Flows.Views;

/// <summary>The account of all thefts of one asset under one rule: where every stolen unit is.</summary>
public sealed record FlowBook
{
    public required TaintRule Rule { get; init; }

    public required Amount Stolen { get; init; }

    /// <summary>Clean units that poison has counted as stolen.</summary>
    public required Amount Overcount { get; init; }

    public required Amount Held { get; init; }

    /// <summary>By reason, in order.</summary>
    public required IReadOnlyList<KeyValuePair<StopReason, Amount>> Stopped { get; init; }

    public required Amount Fees { get; init; }

    /// <summary>Zero, or there is an error in the rule or the engine.</summary>
    public required BigInteger Difference { get; init; }

    /// <summary>How many addresses value came to.</summary>
    public required int Addresses { get; init; }

    public static FlowBook Of(Trace trace, AssetId asset)
    {
        var thefts = trace.Thefts.Where(theft => theft.Asset == asset).Select(theft => theft.Number).ToHashSet();
        var books = trace.Books.Where(book => thefts.Contains(book.Theft)).ToList();
        return new()
        {
            Rule = trace.Request.Rule,
            Stolen = Sum(books.Select(book => book.Stolen)),
            Overcount = Sum(books.Select(book => book.Overcount)),
            Held = Sum(books.Select(book => book.Held)),
            Stopped = [.. books.SelectMany(book => book.Stopped).GroupBy(stop => stop.Key).OrderBy(stops => stops.Key).Select(stops => KeyValuePair.Create(stops.Key, Sum(stops.Select(stop => stop.Value))))],
            Fees = Sum(books.Select(book => book.Fees)),
            Difference = books.Aggregate(BigInteger.Zero, (sum, book) => sum + book.Difference),
            Addresses = trace.Transfers.Where(traced => thefts.Contains(traced.Theft)).Select(traced => (traced.Transfer.Chain, traced.Transfer.To)).Distinct().Count(),
        };
    }

    /// <summary>What was not followed for some reasons.</summary>
    public Amount StoppedAt(params IReadOnlyList<StopReason> reasons) => Sum(Stopped.Where(stop => reasons.Contains(stop.Key)).Select(stop => stop.Value));

    private static Amount Sum(IEnumerable<Amount> amounts) => amounts.Aggregate(Amount.Zero, (sum, amount) => sum + amount);
}
