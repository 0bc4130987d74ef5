using Spoor.Chains.Nodes.Answers;
using Spoor.Transfers;

namespace Spoor.Chains.Bitcoin;

/// <summary>A transaction as a node states it, its amounts and addresses read and held to its own bytes where they came along.</summary>
internal sealed record UtxoTransaction
{
    public required AnswerPlace Place { get; init; }

    public required TxHash Id { get; init; }

    /// <summary>Its place in the block.</summary>
    public required int Index { get; init; }

    public required bool IsCoinbase { get; init; }

    /// <summary>None in a coinbase.</summary>
    public required IReadOnlyList<UtxoInput> Inputs { get; init; }

    /// <summary>By number; on Zcash then what went into shielded pools, one output for each time.</summary>
    public required IReadOnlyList<UtxoOutput> Outputs { get; init; }

    /// <summary>Zcash: what came out of shielded pools.</summary>
    public required long FromPools { get; init; }

    /// <summary>Whether part of it is hidden in a shielded pool.</summary>
    public required bool IsShielded { get; init; }

    /// <summary>The fee as the node states it; null when it does not.</summary>
    public required long? Fee { get; init; }
}

/// <summary>An input: the output it spends, and that output where the node states it.</summary>
internal sealed record UtxoInput(Outpoint Spends, UtxoOutput? Stated);

/// <summary>An output: its value and, where its script has a known form, whose it is.</summary>
internal sealed record UtxoOutput(long Units, Address? Holder);
