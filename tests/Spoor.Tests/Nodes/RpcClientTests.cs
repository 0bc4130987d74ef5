using System.Text.Json.Nodes;
using Spoor.Chains.Nodes;
using Spoor.Chains.Nodes.JsonRpc;

namespace Spoor.Tests.Nodes;

public sealed class RpcClientTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_carries_version_id_method_and_parameters_and_gives_the_result_as_it_stands()
    {
        await using var server = new WireServer(request => WireReply.Json($$"""{"jsonrpc":"2.0","id":{{IdOf(request)}},"result": {"a" : [1]} }"""));
        await using var transport = Transports.To(server.Url);

        var answer = await new RpcClient(transport).CallAsync(new("eth_x", """["0x1",true]"""), Cancellation);

        Assert.Equal("""{"a" : [1]}""", System.Text.Encoding.UTF8.GetString(answer.Value().Span));
        Assert.Equal("""{"jsonrpc":"2.0","id":1,"method":"eth_x","params":["0x1",true]}""", Assert.Single(server.Requests).Body);
    }

    [Fact]
    public async Task Null_is_told_from_an_error_and_from_nothing()
    {
        await using var server = new WireServer(request => WireReply.Json($$"""{"id":{{IdOf(request)}},"result":null,"error":null}"""));
        await using var transport = Transports.To(server.Url);

        var answer = await new RpcClient(transport).CallAsync(new("eth_x"), Cancellation);

        Assert.True(answer.IsNull);
        Assert.Contains("eth_x answered null", Assert.Throws<NodeAnswerException>(() => answer.Value()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","id":999,"result":1}""", "id '999'")]
    [InlineData("""{"jsonrpc":"2.0","result":1}""", "id 'none'")]
    [InlineData("""{"jsonrpc":"2.0","id":1}""", "found neither")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"result":1,"error":{"code":1,"message":"x"}}""", "found both")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"result":1,"result":2}""", "found two")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"result":"0x1""", "no whole JSON")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"result":1}{}""", "no whole JSON")]
    [InlineData("""[{"jsonrpc":"2.0","id":1,"result":1}]""", "a list")]
    [InlineData("\"pong\"", "found String")]
    [InlineData("<html>Please log in</html>", "beginning '<html>Please log in")]
    [InlineData("", "no whole JSON")]
    public async Task What_is_no_answer_to_the_question_is_asked_again_and_then_refused(string body, string reason)
    {
        await using var server = WireServer.Replying(WireReply.Json(body));
        await using var transport = Transports.To(server.Url);

        var fault = await Assert.ThrowsAsync<NodeException>(() => new RpcClient(transport).CallAsync(new("eth_x"), Cancellation));

        Assert.StartsWith("eth_x failed.", fault.Message, StringComparison.Ordinal);
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
        Assert.Equal(Transports.Quick.Attempts, server.Requests.Count);
    }

    [Theory]
    [InlineData(-32601, "the method eth_x does not exist", "200 OK")]
    [InlineData(-32000, "header not found", "200 OK")]
    [InlineData(-5, "Block not found", "500 Internal Server Error")]
    [InlineData(-32601, "Method not found", "404 Not Found")]
    public async Task An_error_that_does_not_pass_comes_at_once_with_its_code_whatever_the_status(int code, string message, string status)
    {
        await using var server = WireServer.Replying(WireReply.Of(status, $$"""{"jsonrpc":"2.0","id":1,"error":{"code":{{code}},"message":"{{message}}"} }"""));
        await using var transport = Transports.To(server.Url);

        var fault = await Assert.ThrowsAsync<NodeAnswerException>(() => new RpcClient(transport).CallAsync(new("eth_x"), Cancellation));

        Assert.Equal(code, fault.Code);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(-32005, "daily request count exceeded, request rate limited")]
    [InlineData(429, "Your app has exceeded its compute units per second capacity")]
    [InlineData(-32603, "Internal error")]
    [InlineData(-28, "Loading block index…")]
    public async Task An_error_that_passes_is_asked_again(int code, string message)
    {
        await using var server = new WireServer(request => WireReply.Json(request.Number == 1
            ? $$"""{"jsonrpc":"2.0","id":1,"error":{"code":{{code}},"message":"{{message}}"} }"""
            : """{"jsonrpc":"2.0","id":1,"result":7}"""));
        await using var transport = Transports.To(server.Url);

        var answer = await new RpcClient(transport).CallAsync(new("eth_x"), Cancellation);

        Assert.Equal("7", System.Text.Encoding.UTF8.GetString(answer.Value().Span));
    }

    [Theory]
    [InlineData(-32005, "query returned more than 10000 results")]
    [InlineData(-32602, "range 1000000 exceeds limit of 10000")]
    [InlineData(-32000, "exceed maximum block range: 5000")]
    [InlineData(-32602, "Log response size exceeded. Please reduce query block range.")]
    [InlineData(-32000, "query timeout exceeded")]
    [InlineData(-32003, "response too large")]
    [InlineData(-32005, "limit exceeded")]
    public async Task An_error_about_too_much_says_so(int code, string message)
    {
        await using var server = WireServer.Replying(WireReply.Json($$"""{"jsonrpc":"2.0","id":1,"error":{"code":{{code}},"message":"{{message}}"} }"""));
        await using var transport = Transports.To(server.Url);

        var fault = await Assert.ThrowsAsync<NodeAnswerException>(() => new RpcClient(transport).CallAsync(new("eth_getLogs"), Cancellation));

        Assert.True(fault.AskForLess);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_deeply_nested_result_is_read()
    {
        string deep = string.Concat(Enumerable.Repeat("""{"calls":[""", 1_024)) + string.Concat(Enumerable.Repeat("]}", 1_024));
        await using var server = WireServer.Replying(WireReply.Json($$"""{"jsonrpc":"2.0","id":1,"result":{{deep}}}"""));
        await using var transport = Transports.To(server.Url);

        Assert.Equal(deep.Length, (await new RpcClient(transport).CallAsync(new("debug_x"), Cancellation)).Value().Length);
    }

    private static string IdOf(WireRequest request) => JsonNode.Parse(request.Body)!["id"]!.ToJsonString();
}
