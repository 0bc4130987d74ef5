using System.Text.Json;
using Spoor.Chains.Bitcoin;
using Spoor.Chains.Nodes;
using Spoor.Chains.Tron;
using Spoor.Tests.Nodes.Tron;

namespace Spoor.Tests.Nodes;

/// <summary>Recorded answers played by a server in this process, as the nodes send them: over HTTP, errors of Bitcoin Core with status 500.</summary>
public sealed class ReplayOverHttpTests
{
    private const string Genesis = "\"000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f\"";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static TransportLimits Limits => new() { TimeLimit = TimeSpan.FromSeconds(20), Attempts = 3, FirstDelay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(5) };

    [Fact]
    public async Task A_block_of_Bitcoin_Core_is_read_with_user_and_password()
    {
        await using var server = new WireServer(request => Rpc(request.Body));
        await using var node = BitcoinNode.Open(
            Bitcoin.Answer.Bitcoin, [NodeEndpoint.Parse(server.Url.Replace("http://", "http://user:a-long-password@", StringComparison.Ordinal))], Limits, new(), TimeProvider.System);

        var block = Assert.Single(await node.BlocksAsync(new(840000, 1), Cancellation));

        Assert.Equal(BlockText.Whole(Bitcoin.Answer.Decode(Bitcoin.Answer.Text())), BlockText.Whole(block));
        Assert.All(server.Requests, request => Assert.Contains("Authorization: Basic ", request.Head, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_pruned_block_is_an_error_at_once_and_says_what_to_do()
    {
        await using var server = new WireServer(request => request.Body.Contains("\"getblock\"", StringComparison.Ordinal)
            ? WireReply.Of("500 Internal Server Error", """{"result":null,"error":{"code":-1,"message":"Block not available (pruned data)"},"id":""" + Id(request.Body) + "}")
            : Rpc(request.Body));
        await using var node = BitcoinNode.Open(Bitcoin.Answer.Bitcoin, [NodeEndpoint.Parse(server.Url)], Limits, new(), TimeProvider.System);

        var fault = await Assert.ThrowsAsync<NodeException>(() => node.BlocksAsync(new(840000, 1), Cancellation));

        Assert.Contains("-prune=0", fault.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests, request => request.Body.Contains("\"getblock\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_chain_is_not_read_at_all()
    {
        await using var server = new WireServer(request => Rpc(request.Body));
        await using var node = BitcoinNode.Open(Bitcoin.Answer.Zcash, [NodeEndpoint.Parse(server.Url)], Limits, new(), TimeProvider.System);

        var fault = await Assert.ThrowsAsync<NodeException>(() => node.HeadAsync(Cancellation));

        Assert.Contains("name a node of Zcash", fault.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Blocks_of_Tron_are_read_and_a_cut_answer_is_asked_for_again()
    {
        int cut = 0;
        await using var server = new WireServer(request => Tron(request, ref cut));
        await using var node = TronNode.Open(TronText.Chain, [NodeEndpoint.Parse(server.Url)], Limits, new(), TimeProvider.System);

        var blocks = await node.BlocksAsync(new(TronText.Height, 2), Cancellation);

        Assert.Equal(BlockText.Whole(TronText.Decode(TronText.Block(), TronText.Infos())), BlockText.Whole(blocks[0]));
        Assert.Equal(TronText.NextId, $"{blocks[1].Hash}");
    }

    private static WireReply Tron(WireRequest request, ref int cut)
    {
        string body = (request.Head.Split(' ')[1], request.Body) switch
        {
            ("/wallet/getblockbynum", """{"num":0}""") => TronNodeTests.Genesis,
            ("/wallet/getblockbynum", """{"num":62300000}""") => TronText.Block()[..(Interlocked.Increment(ref cut) == 1 ? 900 : ^0)],
            ("/wallet/getblockbynum", _) => TronText.Block(TronText.Height + 1),
            (_, """{"num":62300000}""") => TronText.Infos(),
            _ => "[]",
        };
        return WireReply.Json(body);
    }

    private static WireReply Rpc(string body)
    {
        string result = body switch
        {
            _ when body.Contains("\"getblockhash\",\"params\":[0]", StringComparison.Ordinal) => Genesis,
            _ when body.Contains("\"getblockhash\"", StringComparison.Ordinal) => $"\"{Bitcoin.Answer.Hash}\"",
            _ => Bitcoin.Answer.Text(),
        };
        return WireReply.Json($$"""{"result":{{result}},"error":null,"id":{{Id(body)}}}""");
    }

    private static string Id(string body)
    {
        using var question = JsonDocument.Parse(body);
        return question.RootElement.GetProperty("id").GetRawText();
    }
}
