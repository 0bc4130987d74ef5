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
    public static NodeGreeting Greeting(Chain chain) =>
        new("", Encoding.UTF8.GetBytes("""{"jsonrpc":"2.0","id":0,"method":"eth_chainId","params":[]}"""), body =>
        {
            var envelope = RpcEnvelope.Read(body, out _)[0];
            if (envelope.HasError)
            {
                throw RpcFault.Of("eth_chainId", envelope.Code, envelope.Message);
            }

            RefuseOther(chain, envelope.Result);
        });

    /// <exception cref="NodeException">It serves another chain.</exception>
    public static async Task<(TxHash Genesis, string Client)> AskAsync(
        RpcClient rpc, Chain chain, bool acceptsOtherGenesis, CancellationToken cancellation)
    {
        var answers = await rpc.BatchAsync([EvmCalls.ChainId, EvmCalls.Block(0, whole: false), EvmCalls.ClientVersion], cancellation);
        RefuseOtherFinally(chain, answers[0].Value());
        var genesis = EvmHeader.Read(answers[1].Value(), chain.Id, 0).Header.Hash;
        if (!acceptsOtherGenesis && EvmGenesis.Of(chain.Id) is { } expected && expected != genesis)
        {
            throw new NodeException(
                $"The node says it serves {chain}, but its block 0 is 0x{genesis}; that of {chain.Name} is 0x{expected}. "
                + "It serves another chain with the same number; name a node of the public chain.");
        }

        return (genesis, answers[2].Error is null ? NodeText.Printable(TextOf(answers[2].Json)) : "");
    }

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
