using Spoor.Chains.Nodes;
using Spoor.Chains.Nodes.Answers;
using Spoor.Transfers;

namespace Spoor.Chains.Tron;

/// <summary>Holds a node to the chain it was given for: the chain's name ends in the last four bytes of block 0's id.</summary>
internal static class TronIdentity
{
    /// <summary>Asked of every endpoint before its first use.</summary>
    public static NodeGreeting Greeting(Chain chain) =>
        new("wallet/getblockbynum", "{\"num\":0}"u8.ToArray(), body => _ = Genesis(body, chain));

    /// <exception cref="NodeAnswerException">Another chain's block 0, or none.</exception>
    public static TxHash Genesis(ReadOnlyMemory<byte> answer, Chain chain)
    {
        var id = AnswerText.Read(answer, "getblockbynum 0", (json, place) => TronAnswer.Header(new(json, place), chain.Id)).Hash;
        string ending = chain.Id.Value[(chain.Id.Value.IndexOf("0x", StringComparison.Ordinal) + 2)..];
        return id.ToString().EndsWith(ending, StringComparison.Ordinal)
            ? id
            : throw new NodeAnswerException($"The node has block 0 {id}, that of {chain} ends in {ending}; name a node of {chain.Name}.") { MayPass = false };
    }

    /// <summary>The version of the software, as the node says.</summary>
    public static string Client(ReadOnlyMemory<byte> answer) => AnswerText.Read(answer, "getnodeinfo", (json, place) =>
        new AnswerObject(json, place).OptionalObject("configNodeInfo")?.OptionalText("codeVersion") is { } version ? NodeText.Printable($"java-tron {version}") : "");
}
