using Spoor.Labels;

namespace Spoor.Tracing;

/// <summary>What a label means for a trace: the bucket it stops in, or that the address is the thief's and is followed.</summary>
public static class LabelStop
{
    /// <summary>The bucket in which taint that reaches the labelled address stops; null when it is followed on.</summary>
    public static StopReason? Of(Label label) => LabelNatures.Of(label) switch
    {
        LabelNature.Perpetrator => null,
        LabelNature.Mixer => StopReason.Mixer,
        LabelNature.Bridge => StopReason.Bridge,
        LabelNature.Contract => StopReason.Contract,
        _ => StopReason.Service,
    };
}
