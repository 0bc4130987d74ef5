using System.Text.Json.Nodes;
using Spoor.Chains.Nodes;
using Spoor.Chains.Nodes.JsonRpc;

namespace Spoor.Tests.Nodes;

public sealed class RpcBatchTests
{
    private static readonly RpcCall[] Ten = [.. Enumerable.Range(0, 10).Select(i => new RpcCall("eth_x", $"[{i}]"))];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_in_any_order_are_put_in_the_order_of_the_calls_and_errors_stay_with_theirs()
    {
        await using var server = new WireServer(request => Answer(request, answers => answers.Reverse()));
        await using var transport = Transports.To(server.Url);

        var answers = await new RpcClient(transport).BatchAsync([.. Ten, new("eth_unknown")], Cancellation);

        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"{i}"), answers.Take(10).Select(Text));
        Assert.Equal(-32601, answers[10].Error!.Code);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("missing", "was not answered within a batch of 10")]
    [InlineData("twice", "was answered twice")]
    [InlineData("stranger", "found id '4711'")]
    public async Task Answers_that_are_not_those_to_the_calls_are_asked_again_and_then_refused(string lie, string reason)
    {
        await using var server = new WireServer(request => Answer(request, answers => lie switch
        {
            "missing" => answers.Skip(1),
            "twice" => answers.Append(answers.First()),
            _ => answers.Append("""{"jsonrpc":"2.0","id":4711,"result":1}"""),
        }));
        await using var transport = Transports.To(server.Url);

        var fault = await Assert.ThrowsAsync<NodeException>(() => new RpcClient(transport).BatchAsync(Ten, Cancellation));

        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
        Assert.Equal(Transports.Quick.Attempts, server.Requests.Count);
    }

    [Fact]
    public async Task Once_lied_to_a_batch_is_whole_the_second_time()
    {
        await using var server = new WireServer(request => Answer(request, answers => request.Number == 1 ? answers.Skip(1) : answers));
        await using var transport = Transports.To(server.Url);

        Assert.Equal(10, (await new RpcClient(transport).BatchAsync(Ten, Cancellation)).Select(Text).Distinct().Count());
    }

    [Fact]
    public async Task Batches_made_smaller_by_one_refusal_grow_again_when_that_has_gone_well_for_long()
    {
        int refusals = 0;
        await using var server = new WireServer(request => JsonNode.Parse(request.Body) is JsonArray && refusals++ == 0
            ? WireReply.Json("""{"jsonrpc":"2.0","id":null,"error":{"code":-32000,"message":"batch limit 3 exceeded"}}""")
            : Answer(request, answers => answers));
        await using var transport = Transports.To(server.Url);
        var rpc = new RpcClient(transport, 10);
        for (int asked = 0; asked < 33; asked++)
        {
            await rpc.BatchAsync(Ten, Cancellation);
        }

        int before = server.Requests.Count;
        await rpc.BatchAsync(Ten, Cancellation);

        Assert.Equal(before + 1, server.Requests.Count);
    }

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","id":null,"error":{"code":-32000,"message":"batch limit 3 exceeded"}}""", "200 OK")]
    [InlineData("""[{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"batch too large"}}]""", "200 OK")]
    [InlineData("too much", "413 Payload Too Large")]
    public async Task A_node_that_refuses_large_batches_gets_smaller_ones_from_then_on(string refusal, string status)
    {
        await using var server = new WireServer(request =>
            JsonNode.Parse(request.Body) is JsonArray { Count: > 3 } ? WireReply.Of(status, refusal) : Answer(request, answers => answers));
        await using var transport = Transports.To(server.Url);
        var client = new RpcClient(transport);

        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"{i}"), (await client.BatchAsync(Ten, Cancellation)).Select(Text));
        int refusals = server.Requests.Count(request => JsonNode.Parse(request.Body) is JsonArray { Count: > 3 });
        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"{i}"), (await client.BatchAsync(Ten, Cancellation)).Select(Text));

        Assert.Equal(refusals, server.Requests.Count(request => JsonNode.Parse(request.Body) is JsonArray { Count: > 3 }));
    }

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"Invalid Request"}}""", "200 OK")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"result":0}""", "200 OK")]
    [InlineData("Bad Request", "400 Bad Request")]
    public async Task A_node_that_takes_no_batches_is_asked_one_by_one(string refusal, string status)
    {
        await using var server = new WireServer(request =>
            JsonNode.Parse(request.Body) is JsonArray ? WireReply.Of(status, refusal) : Answer(request, answers => answers));
        await using var transport = Transports.To(server.Url);

        var answers = await new RpcClient(transport).BatchAsync([.. Ten, new("eth_unknown")], Cancellation);

        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"{i}"), answers.Take(10).Select(Text));
        Assert.Equal(-32601, answers[10].Error!.Code);
    }

    [Fact]
    public async Task A_batch_whose_answer_is_too_long_is_halved()
    {
        string padding = new('x', 300);
        await using var server = new WireServer(request => Answer(request, answers => answers.Select(answer => answer + padding.Replace('x', ' '))));
        await using var transport = Transports.To(server.Url, Transports.Quick with { MaxAnswerBytes = 1_000 });

        Assert.Equal(10, (await new RpcClient(transport).BatchAsync(Ten, Cancellation)).Select(Text).Distinct().Count());
        Assert.Contains(server.Requests, request => JsonNode.Parse(request.Body) is JsonArray { Count: 2 });
    }

    [Fact]
    public async Task An_empty_batch_asks_nothing()
    {
        await using var server = WireServer.Replying(WireReply.Json("{}"));
        await using var transport = Transports.To(server.Url);

        Assert.Empty(await new RpcClient(transport).BatchAsync([], Cancellation));
        Assert.Empty(server.Requests);
    }

    // Each call is answered with its first parameter.
    private static WireReply Answer(WireRequest request, Func<IEnumerable<string>, IEnumerable<string>> twist)
    {
        var question = JsonNode.Parse(request.Body)!;
        return question is JsonArray calls
            ? WireReply.Json($"[{string.Join(',', twist(calls.Select(call => One(call!))))}]")
            : WireReply.Json(One(question));
    }

    private static string One(JsonNode call) =>
        call["method"]!.GetValue<string>() == "eth_x"
            ? $$"""{"jsonrpc":"2.0","id":{{call["id"]!.ToJsonString()}},"result":{{call["params"]![0]!.ToJsonString()}}}"""
            : $$"""{"jsonrpc":"2.0","id":{{call["id"]!.ToJsonString()}},"error":{"code":-32601,"message":"Method not found"} }""";

    private static string Text(RpcAnswer answer) => System.Text.Encoding.UTF8.GetString(answer.Value().Span);
}
