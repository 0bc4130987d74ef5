using System.Text.Json;
using Spoor.Chains.Nodes;
using Spoor.Transfers;

namespace Spoor.Chains.Evm;

/// <summary>Turns what a node answered about a block of an EVM chain into transfers; it reads nothing else.</summary>
/// <remarks>The rules, and what they get wrong, are on the page <c>docs/methods/evm-decoding.md</c>.</remarks>
public static class EvmDecoder
{
    /// <summary>As <see cref="Decode"/>, but traces that do not fit the block are left out and are a gap of it.</summary>
    internal static Block DecodeWithoutBadTraces(EvmRawBlock raw, Chain chain)
    {
        try
        {
            return Decode(raw, chain);
        }
        catch (NodeAnswerException) when (raw.FlatTraces is not null || raw.CallTraces is not null)
        {
            return Decode(raw with { FlatTraces = null, CallTraces = null }, chain);
        }
    }

    /// <exception cref="NodeAnswerException">The answers are not what the methods answer, or contradict each other.</exception>
    public static Block Decode(EvmRawBlock raw, Chain chain)
    {
        int receipts = (raw.BlockReceipts is { IsEmpty: false } ? 1 : 0) + (raw.TransactionReceipts is null ? 0 : 1)
            + (raw.Logs is { IsEmpty: false } ? 1 : 0);
        if (receipts > 1 || (raw.FlatTraces is { IsEmpty: false } && raw.CallTraces is { IsEmpty: false }))
        {
            throw new ArgumentException("Expected one answer about receipts and one about traces at most, found several.", nameof(raw));
        }

        var rules = EvmChainRules.Of(chain);
        try
        {
            var block = BlockAnswer.Read(raw.Block.Span);
            return new BlockReading(block, ReceiptAnswers.Read(raw, block, rules), TraceAnswers.Read(raw, block), rules).Read();
        }
        catch (JsonException fault)
        {
            // The message of the reader may repeat what the node sent; its place says enough.
            throw new NodeAnswerException(
                $"Expected whole JSON from the node of {chain}, found a fault in line {fault.LineNumber + 1} at byte {fault.BytePositionInLine + 1}.");
        }
    }
}
