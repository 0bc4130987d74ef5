using Spoor.Tracing.Evaluation;
using Spoor.Transfers;

namespace Spoor.Cli.Evaluation;

/// <summary>A case as it lies on disk: what is known of it, and all its transfers.</summary>
internal sealed record EvaluatedCase(CaseTruth Truth, IReadOnlyList<Transfer> Transfers)
{
    /// <summary>The same case among background traffic.</summary>
    public EvaluatedCase WithNoise(int transfers, ulong seed) =>
        transfers == 0 || Truth is not CaseTruth.ByFlows flows
            ? this
            : this with { Transfers = [.. Transfers, .. NoiseGenerator.Around(flows, transfers, seed)] };
}
