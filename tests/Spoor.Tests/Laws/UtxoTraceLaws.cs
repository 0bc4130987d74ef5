using CsCheck;
using Spoor.Reporting;
using Spoor.Storage;
using Spoor.Storage.DuckDb;
using Spoor.Tests.Tracing;
using Spoor.Tracing;

namespace Spoor.Tests.Laws;

/// <summary>The laws of a trace where taint lives in outputs.</summary>
public sealed class UtxoTraceLaws
{
    private static readonly Gen<(TaintRule Rule, TraceDirection Direction, bool OpeningStolen, OpeningEntry Entry)> Choices =
        Gen.Select(Histories.Rule, Gen.Bool, Gen.Bool, Gen.Bool).Select((rule, backward, stolen, beginning) =>
            (rule, backward ? TraceDirection.In : TraceDirection.Out, stolen, beginning ? OpeningEntry.FromBeginning : OpeningEntry.WhenNeeded));

    [Fact]
    public void P1_the_books_balance_whatever_is_claimed_and_the_result_can_be_written() =>
        Gen.Select(UtxoHistories.WithClaims, Choices).Sample((told, choice) =>
        {
            var trace = Tracer.Run(told.Story.Store, Request(told.Claims, choice), TestContext.Current.CancellationToken);
            TraceJson.Write(trace, Stream.Null);
            return trace.Books.All(book => book.Difference.IsZero) && trace.Thefts.Select(theft => theft.Id).Distinct().Count() == trace.Thefts.Count;
        });

    [Fact]
    public Task A_store_read_in_batches_gives_the_trace_of_one_read_at_once() =>
        Gen.Select(UtxoHistories.WithClaims, Choices).SampleAsync(async (told, choice) =>
        {
            using var batches = DuckDbTransferStore.Open(DataFolder.At(DataFolder.Memory));
            foreach (var block in StoreLaws.Blocks(told.Story))
            {
                await batches.AppendAsync(block, default);
            }

            var request = Request(told.Claims, choice);
            return Story.Dump(await Tracer.RunAsync(batches, request, null, default)) == Story.Dump(Tracer.Run(told.Story.Store, request));
        }, iter: 30);

    private static TraceRequest Request(
        TheftClaim[] claims, (TaintRule Rule, TraceDirection Direction, bool OpeningStolen, OpeningEntry Entry) choice) => new()
        {
            Rule = choice.Rule,
            Claims = claims,
            Direction = choice.Direction,
            OpeningStolen = choice.OpeningStolen,
            OpeningEntry = choice.Entry,
            Stops = StopRules.None,
        };
}
