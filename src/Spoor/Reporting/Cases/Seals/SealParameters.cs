using Spoor.Tracing;

namespace Spoor.Reporting.Cases.Seals;

/// <summary>What decided the findings besides the inputs, as a manifest states it.</summary>
/// <param name="TransfersName">What figures name as the source of transfers.</param>
/// <param name="IsPublishedOnly">Whether the transfers are those that lie in the folder of the incident.</param>
public sealed record SealParameters(CaseParameters Case, string TransfersName, bool IsPublishedOnly)
{
    /// <summary>Whether a manifest can state them: sealed is what every reader of the case can repeat.</summary>
    public static bool CanState(StopRules stops) => stops.Relevance is null && stops.Through.Count == 0 && stops.StopAt.Count == 0;
}
