using System.Text;
using System.Text.Json;
using Spoor.Chains.Nodes;
using Spoor.Chains.Nodes.Answers;
using Spoor.Chains.Nodes.JsonRpc;
using Spoor.Transfers;

namespace Spoor.Chains.Bitcoin;

/// <summary>Holds a node to the chain it was given for, by the blocks that CAIP-2 names its chains by (BIP-122).</summary>
/// <remarks>
/// Most chains are named by their block 0. Bitcoin Cash shares block 0 with Bitcoin and is named by the first block of its own,
/// 478,559, so a node of Bitcoin must have another one there, and a node of Bitcoin Cash that one.
/// </remarks>
internal static class BitcoinIdentity
{
    private const long FirstOfCash = 478_559;

    private static readonly ChainId Bitcoin = ChainRegistry.Find("bitcoin").Id;
    private static readonly ChainId Cash = ChainRegistry.Find("bitcoin-cash").Id;

    /// <summary>Asked of every endpoint before its first use.</summary>
    public static NodeGreeting Greeting(Chain chain) =>
        new("", Encoding.UTF8.GetBytes("""{"jsonrpc":"2.0","id":0,"method":"getblockhash","params":[0]}"""), body =>
            RefuseOtherGenesis(chain, Hash(RpcEnvelope.One(body, "getblockhash", 0).Value, 0)));

    /// <exception cref="NodeAnswerException">It serves another chain.</exception>
    public static async Task<(TxHash Genesis, string Client)> AskAsync(RpcClient rpc, Chain chain, CancellationToken cancellation)
    {
        var answers = await rpc.BatchAsync([BitcoinCalls.HashAt(0), BitcoinCalls.HashAt(FirstOfCash), BitcoinCalls.NetworkInfo], cancellation);
        var genesis = Hash(answers[0].Value(), 0);
        RefuseOtherGenesis(chain, genesis);
        if (answers[1].Error is null)
        {
            RefuseOtherBranch(chain, Hash(answers[1].Value(), FirstOfCash));
        }

        string client = answers[2].Error is null
            ? AnswerText.Read(answers[2].Value(), "getnetworkinfo", (json, place) => new AnswerObject(json, place).OptionalText("subversion") ?? "")
            : "";
        return (genesis, NodeText.Printable(client));
    }

    /// <summary>The hash that <c>getblockhash</c> answers with.</summary>
    public static TxHash Hash(ReadOnlyMemory<byte> answer, long height) => AnswerText.Read(answer, $"getblockhash {height}", (json, place) =>
        json.ValueKind == JsonValueKind.String && json.GetString() is { Length: 2 * TxHash.Bytes } text && TxHash.TryParse(text, out var hash)
            ? hash
            : throw place.Wrong("", "64 hex digits", json.GetRawText()));

    private static void RefuseOtherGenesis(Chain chain, TxHash genesis)
    {
        var named = chain.Id == Cash ? Bitcoin : chain.Id;
        if (!Begins(named, genesis))
        {
            throw new NodeAnswerException($"The node has block 0 {genesis}, that of {chain} begins with {Reference(named)}; name a node of {chain.Name}.") { MayPass = false };
        }
    }

    private static void RefuseOtherBranch(Chain chain, TxHash hash)
    {
        bool isCash = Begins(Cash, hash);
        if ((chain.Id == Cash && !isCash) || (chain.Id == Bitcoin && isCash))
        {
            throw new NodeAnswerException(
                $"The node has block {FirstOfCash} {hash} and so serves {(isCash ? "Bitcoin Cash" : "another branch than Bitcoin Cash")}; name a node of {chain.Name}.")
            { MayPass = false };
        }
    }

    private static bool Begins(ChainId chain, TxHash hash) => hash.ToString().StartsWith(Reference(chain), StringComparison.Ordinal);

    private static string Reference(ChainId chain) => chain.Value[(chain.Namespace.Length + 1)..];
}
