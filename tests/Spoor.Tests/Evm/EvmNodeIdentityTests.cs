using System.Text.Json.Nodes;
using Spoor.Chains.Nodes;
using Spoor.Transfers;

namespace Spoor.Tests.Evm;

/// <summary>Nodes of another chain, or that do not know which: refused before anything else is asked.</summary>
public sealed class EvmNodeIdentityTests
{
    private readonly FakeEvm _chain = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_node_of_another_chain_is_asked_for_its_number_and_nothing_else()
    {
        _chain.ChainId = 5;
        await using var server = _chain.Serve();
        await using var node = FakeNodes.To(server.Url);

        var fault = await Assert.ThrowsAsync<NodeException>(() => node.BlocksAsync(new(1, 1), Cancellation));

        Assert.Contains("serves chain 5, 31337 was expected", fault.Message, StringComparison.Ordinal);
        Assert.Equal("eth_chainId", Assert.Single(_chain.Calls));
    }

    [Fact]
    public async Task A_copy_of_a_public_chain_is_refused_by_its_first_block_unless_it_is_wanted()
    {
        _chain.ChainId = 1;
        await using var server = _chain.Serve();
        await using var strict = FakeNodes.To(server.Url, chain: ChainRegistry.Find("ethereum"));
        await using var lenient = FakeNodes.To(server.Url, new() { AcceptsOtherGenesis = true }, ChainRegistry.Find("ethereum"));

        var fault = await Assert.ThrowsAsync<NodeException>(() => strict.IdentifyAsync(Cancellation));
        Assert.Contains("0xd4e56740f876aef8c010b86a40d5f56745a118d0906a34e69aec8c0db1cb8fa3", fault.Message, StringComparison.Ordinal);

        Assert.Equal(TxHash.Parse(_chain.Blocks[0].Hash), (await lenient.IdentifyAsync(Cancellation)).Genesis);
    }

    [Theory]
    [InlineData("\"0x\"")]
    [InlineData("null")]
    [InlineData("{}")]
    public async Task A_chain_number_that_is_none_ends_in_an_error(string number)
    {
        _chain.Twist = (method, _, result) => method == "eth_chainId" ? JsonNode.Parse(number) : result;
        await using var server = _chain.Serve();
        await using var node = FakeNodes.To(server.Url);

        await Assert.ThrowsAsync<NodeException>(() => node.IdentifyAsync(Cancellation));
    }

    [Fact]
    public async Task A_final_block_above_the_newest_is_not_believed()
    {
        _chain.Twist = (method, parameters, result) =>
            method == "eth_getBlockByNumber" && parameters[0]!.GetValue<string>() == "latest" ? _chain.Blocks[2].ToJson(false) : result;
        await using var server = _chain.Serve();
        await using var node = FakeNodes.To(server.Url);

        var fault = await Assert.ThrowsAsync<NodeException>(() => node.HeadAsync(Cancellation));

        Assert.Contains("Block 5 is called final while the newest is 2", fault.Message, StringComparison.Ordinal);
    }
}
