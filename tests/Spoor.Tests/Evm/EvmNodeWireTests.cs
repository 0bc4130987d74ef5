using System.Collections.Concurrent;
using Spoor.Chains.Evm;
using Spoor.Chains.Nodes;
using Spoor.Tests.Nodes;

namespace Spoor.Tests.Evm;

/// <summary>A node behind a bad wire, and one behind two addresses: the blocks are those of a good node, whatever comes in between.</summary>
public sealed class EvmNodeWireTests
{
    private readonly FakeEvm _chain = new();

    public static TheoryData<string> Troubles() => [.. HttpTransportTests.Troubles().Select(row => row.Data), "wrong id", "null", "half"];

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Trouble_with_every_second_request_leaves_the_blocks_as_they_are(string trouble)
    {
        await using var good = _chain.Serve();
        await using var clean = FakeNodes.To(good.Url);
        // Of equal requests, not of all: several are under way at once, and one could be unlucky each time.
        var asked = new ConcurrentDictionary<string, int>();
        await using var bad = new WireServer(request =>
            asked.AddOrUpdate(request.Body, 1, (_, times) => times + 1) % 2 == 1 ? Trouble(trouble, request) : WireReply.Json(_chain.Answer(request.Body)));
        await using var troubled = FakeNodes.To(bad.Url);

        Assert.Equal(await clean.ReadAsync(0, 10), await troubled.ReadAsync(0, 10));
    }

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task A_second_endpoint_stands_in_for_one_that_only_makes_trouble(string trouble)
    {
        await using var good = _chain.Serve();
        await using var bad = new WireServer(request => Trouble(trouble, request));
        await using var node = EvmNode.Open(
            FakeNodes.Chain, [NodeEndpoint.Parse(bad.Url), NodeEndpoint.Parse(good.Url)], Transports.Quick, new(), TimeProvider.System);
        await using var clean = FakeNodes.To(good.Url);

        Assert.Equal(await clean.ReadAsync(0, 10), await node.ReadAsync(0, 10));
    }

    [Fact]
    public async Task A_stand_in_of_another_chain_is_not_believed()
    {
        var other = new FakeEvm { ChainId = 5, Blocks = FakeEvm.Branch("other", 9) };
        await using var foreign = other.Serve();
        await using var good = _chain.Serve();
        await using var node = EvmNode.Open(
            FakeNodes.Chain, [NodeEndpoint.Parse(foreign.Url), NodeEndpoint.Parse(good.Url)], Transports.Quick, new(), TimeProvider.System);
        await using var clean = FakeNodes.To(good.Url);

        Assert.Equal(await clean.ReadAsync(0, 10), await node.ReadAsync(0, 10));
        Assert.All(other.Calls, method => Assert.Equal("eth_chainId", method));
    }

    private WireReply Trouble(string name, WireRequest request)
    {
        var right = WireReply.Json(_chain.Answer(request.Body));
        return name switch
        {
            "wrong id" => WireReply.Json("""{"jsonrpc":"2.0","id":987654321,"result":"0x7a69"}"""),
            "null" => WireReply.Json("null"),
            "half" => right with { Body = right.Body[..(right.Body.Length / 2)] },
            _ => HttpTransportTests.Trouble(name),
        };
    }
}
