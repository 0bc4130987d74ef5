using System.Globalization;
using System.Text;
using System.Text.Json;
using Spoor.Chains.Nodes;
using Spoor.Chains.Nodes.JsonRpc;
using Spoor.Transfers;

namespace Spoor.Chains.Evm;

/// <summary>Holds a node to the chain it was given for: the chain's number and, where it is known, its first block.</summary>
internal static class EvmIdentity
{
    /// <summary>Asked of every endpoint before its first use.</summary>
    /// <remarks>Where block 0 of the chain is not known, the first endpoint's is what the others are held to.</remarks>
    public static NodeGreeting Greeting(Chain chain, bool acceptsOtherGenesis)
    {
        var expected = acceptsOtherGenesis ? null : EvmGenesis.Of(chain.Id);
        var genesis = new NodeGreeting("", Question(1, EvmCalls.Block(0, whole: false)), body =>
        {
            var found = EvmHeader.Read(RpcEnvelope.One(body, "eth_getBlockByNumber 0", 1).Value, chain.Id, 0).Header.Hash;
            expected ??= found;
            RefuseOtherGenesis(chain, expected.Value, found);
        });
        return new("", Question(0, EvmCalls.ChainId), body => RefuseOther(chain, RpcEnvelope.One(body, "eth_chainId", 0).Value), genesis);
    }

    /// <exception cref="NodeException">It serves another chain.</exception>
    public static async Task<(TxHash Genesis, string Client)> AskAsync(
        RpcClient rpc, Chain chain, bool acceptsOtherGenesis, CancellationToken cancellation)
    {
        var answers = await rpc.BatchAsync([EvmCalls.ChainId, EvmCalls.Block(0, whole: false), EvmCalls.ClientVersion], cancellation);
        RefuseOtherFinally(chain, answers[0].Value());
        var genesis = EvmHeader.Read(answers[1].Value(), chain.Id, 0).Header.Hash;
        if (!acceptsOtherGenesis && EvmGenesis.Of(chain.Id) is { } expected && expected != genesis)
        {
            throw new NodeException(OtherGenesis(chain, expected, genesis));
        }

        return (genesis, answers[2].Error is null ? NodeText.Printable(TextOf(answers[2].Json)) : "");
    }

    private static void RefuseOtherGenesis(Chain chain, TxHash expected, TxHash found)
    {
        if (found != expected)
        {
            throw new NodeAnswerException(OtherGenesis(chain, expected, found)) { MayPass = false };
        }
    }

    private static string OtherGenesis(Chain chain, TxHash expected, TxHash found) =>
        $"The node says it serves {chain}, but its block 0 is 0x{found}; that of {chain.Name} is 0x{expected}. "
        + "It serves another chain with the same number; name a node of the right chain.";

    private static byte[] Question(int id, RpcCall call) =>
        Encoding.UTF8.GetBytes($$"""{"jsonrpc":"2.0","id":{{id.ToString(CultureInfo.InvariantCulture)}},"method":"{{call.Method}}","params":{{call.Parameters}}}""");

    private static void RefuseOtherFinally(Chain chain, ReadOnlyMemory<byte> json)
    {
        try
        {
            RefuseOther(chain, json);
        }
        catch (NodeAnswerException other) when (!other.MayPass)
        {
            throw new NodeException($"{other.Message}. Name a node of {chain}.", other);
        }
    }

    private static void RefuseOther(Chain chain, ReadOnlyMemory<byte> json)
    {
        string text = TextOf(json);
        string expected = chain.Id.Value[(chain.Id.Namespace.Length + 1)..];
        if (!EvmText.TryNumber(text, out var number))
        {
            throw new NodeAnswerException($"Expected the number of a chain from eth_chainId, found '{NodeText.Printable(text)}'");
        }

        if (number.ToString(CultureInfo.InvariantCulture) != expected)
        {
            throw new NodeAnswerException($"The node serves chain {number}, {expected} was expected for {chain}") { MayPass = false };
        }
    }

    private static string TextOf(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ToString();
    }
}
