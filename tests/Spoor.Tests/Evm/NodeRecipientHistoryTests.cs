using System.Text.Json.Nodes;
using Spoor.Chains.Evm;
using Spoor.Chains.Nodes;
using Spoor.Chains.Nodes.JsonRpc;
using Spoor.Detection;
using Spoor.Tests.Nodes;
using Spoor.Transfers;

namespace Spoor.Tests.Evm;

public sealed class NodeRecipientHistoryTests
{
    private static readonly ChainId Chain = ChainId.Parse("eip155:1");
    private static readonly Address Fresh = Account(1);
    private static readonly Address Contract = Account(2);

    [Fact]
    public async Task An_address_is_asked_about_just_before_the_block_all_in_one_request()
    {
        await using var server = new WireServer(request => State(request, (method, account, block) =>
        {
            Assert.Equal("0x63", block);
            return (method, account == Contract) switch
            {
                ("eth_getTransactionCount", true) => "\"0x1\"",
                ("eth_getTransactionCount", false) => "\"0x0\"",
                ("eth_getCode", true) => "\"0x6001\"",
                ("eth_getCode", false) => "\"0x\"",
                (_, true) => "\"0xde0b6b3a7640000\"",
                _ => "\"0x0\"",
            };
        }));

        var histories = await AskAsync(server, 100);

        Assert.Equal(new RecipientHistory { Nonce = 0, HasCode = false, Balance = Amount.Zero }, histories[Fresh]);
        Assert.Equal(new RecipientHistory { Nonce = 1, HasCode = true, Balance = new Amount(1_000_000_000_000_000_000) }, histories[Contract]);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task What_a_node_has_thrown_away_is_unknown_and_not_zero()
    {
        await using var server = new WireServer(request => State(request, (method, account, _) =>
            account == Fresh && method != "eth_getCode" ? null : "\"0x\""));

        var histories = await AskAsync(server, 100);

        Assert.Equal(new RecipientHistory { HasCode = false }, histories[Fresh]);
        Assert.Equal(new RecipientHistory { HasCode = false }, histories[Contract]);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("\"text\"")]
    [InlineData("\"0x1ffffffffffffffffffffffffffffffffffffffffff\"")]
    public async Task An_answer_that_is_no_number_is_unknown(string answer)
    {
        await using var server = new WireServer(request => State(request, (method, _, _) => method == "eth_getCode" ? "null" : answer));

        Assert.Equal(RecipientHistory.Unknown, (await AskAsync(server, 100))[Fresh]);
    }

    [Fact]
    public async Task An_account_that_lends_its_address_to_code_is_still_an_account()
    {
        await using var server = new WireServer(request => State(request, (_, _, _) => "\"0xef01000000000000000000000000000000000000001234\""));

        Assert.False((await AskAsync(server, 100))[Fresh].HasCode);
    }

    [Fact]
    public async Task Of_another_chain_and_before_the_first_block_nothing_is_known_and_nobody_is_asked()
    {
        await using var server = WireServer.Replying(WireReply.Json("[]"));
        await using var transport = Transports.To(server.Url);
        var histories = new NodeRecipientHistory(new Dictionary<ChainId, RpcClient> { [Chain] = new(transport) });

        Assert.Equal(RecipientHistory.Unknown, (await histories.BeforeAsync(ChainId.Parse("eip155:56"), [Fresh], 5, Cancellation))[Fresh]);
        Assert.Equal(RecipientHistory.Unknown, (await histories.BeforeAsync(Chain, [Fresh], 0, Cancellation))[Fresh]);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_node_that_does_not_answer_is_an_error_for_the_caller_to_judge()
    {
        await using var server = WireServer.Replying(new WireReply { Drops = true });

        await Assert.ThrowsAsync<NodeException>(() => AskAsync(server, 100));
    }

    [Fact]
    public async Task Opening_balances_are_read_of_coin_and_tokens_and_are_unknown_where_the_answer_is_none()
    {
        await using var server = new WireServer(request => State(request, (method, account, block) =>
        {
            Assert.Equal("0x64", block);
            return (method, account == Contract) switch
            {
                ("eth_getBalance", _) => "\"0x5\"",
                (_, true) => "\"0x\"",
                _ => $"\"0x{9:x64}\"",
            };
        }));
        await using var transport = Transports.To(server.Url);

        var balances = await new EvmBalances(ChainRegistry.Find("ethereum"), new(transport)).AtAsync([Fresh], [Account(7), Contract], 100, Cancellation);

        Assert.Equal(
            [
                new(Fresh, AssetId.Parse("eip155:1/slip44:60"), new Amount(5)),
                new(Fresh, AssetId.Parse("eip155:1/erc20:0x0000000000000000000000000000000000000007"), new Amount(9)),
                new(Fresh, AssetId.Parse("eip155:1/erc20:0x0000000000000000000000000000000000000002"), null),
            ],
            balances);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<IReadOnlyDictionary<Address, RecipientHistory>> AskAsync(WireServer server, long block)
    {
        await using var transport = Transports.To(server.Url);
        return await new NodeRecipientHistory(new Dictionary<ChainId, RpcClient> { [Chain] = new(transport) })
            .BeforeAsync(Chain, [Fresh, Contract, Fresh], block, Cancellation);
    }

    private static Address Account(byte last) => new(AddressKind.Account20, [.. new byte[19], last]);

    // The state is asked for by method, account (of a call: the contract) and block; null is what a node without it says.
    private static WireReply State(WireRequest request, Func<string, Address, string, string?> state)
    {
        var answers = JsonNode.Parse(request.Body)!.AsArray().Select(call =>
        {
            var subject = call!["params"]![0]!;
            string account = subject is JsonObject question ? question["to"]!.GetValue<string>() : subject.GetValue<string>();
            string? answer = state(
                call["method"]!.GetValue<string>(), new(AddressKind.Account20, Convert.FromHexString(account[2..])), call["params"]![1]!.GetValue<string>());
            string id = call["id"]!.ToJsonString();
            return answer is null
                ? $$"""{"jsonrpc":"2.0","id":{{id}},"error":{"code":-32000,"message":"missing trie node 0123 (path )"} }"""
                : $$"""{"jsonrpc":"2.0","id":{{id}},"result":{{answer}}}""";
        });
        return WireReply.Json($"[{string.Join(',', answers)}]");
    }
}
