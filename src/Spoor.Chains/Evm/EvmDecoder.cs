using Spoor.Chains.Nodes;
using Spoor.Transfers;

namespace Spoor.Chains.Evm;

/// <summary>Turns what a node answered about a block of an EVM chain into transfers; it reads nothing else.</summary>
public static class EvmDecoder
{
    /// <exception cref="NodeAnswerException">The answers are not what the methods answer, or contradict each other.</exception>
    public static Block Decode(EvmRawBlock raw, Chain chain) =>
        throw new NodeAnswerException($"Decoding {raw.Block.Length} bytes of {chain} is being built.");
}
