using Spoor.Attribution.Linking;

namespace Spoor.Attribution.Checks;

/// <summary>Do the labels of the address contradict each other, or the incidents?</summary>
/// <remarks>
/// Source: docs/methods/label-conflict.md. One label that says thief and another that says service cannot both be right, and
/// while it is open which is, no link is built on it. Known errors: a service's address that a thief took over bears both.
/// </remarks>
internal sealed class LabelConflictCheck : ICounterCheck
{
    public string Name => "label-conflict";

    public int Version => 1;

    public bool AppliesTo(LinkCandidate candidate) => true;

    public CounterCheck Check(LinkCandidate candidate, CheckGround ground)
    {
        var labels = ground.LabelsOf(candidate.Pivot);
        if (labels.Count == 0)
        {
            return this.NotChecked(ground.Search.Labels.Count == 0 ? "There are no labels." : "No label speaks about it.");
        }

        var thief = labels.FirstOrDefault(LabelSense.IsThief);
        var other = labels.FirstOrDefault(label => !LabelSense.IsThief(label));
        bool named = candidate.Sides.Any(side => side.IsNamed);
        return (thief, other) switch
        {
            ({ } one, { } another) => this.Failed($"Labels contradict each other: {Found.Words(one)}; {Found.Words(another)}."),
            (null, { } another) when named => this.Failed($"An incident names it a thief's, a label does not: {Found.Words(another)}."),
            _ => this.Passed($"{Found.Count(labels.Count, "label speaks", "labels speak")} about it and none contradicts."),
        };
    }
}
