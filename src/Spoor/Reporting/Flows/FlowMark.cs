using Spoor.Tracing;

namespace Spoor.Reporting.Flows;

/// <summary>A sign in a box, by shape; colour only repeats it.</summary>
public sealed record FlowMark(string Style, string Meaning, IReadOnlyList<(decimal X, decimal Y)> Corners)
{
    public const int Size = 12;

    public static readonly FlowMark Held = new("held", "not paid out by the end of the data", [(1, 1), (11, 1), (11, 11), (1, 11)]);

    public static readonly FlowMark DataEnd = new("end", "the data end: where it went is not known", [(0, 0), (7, 0), (12, 3), (7, 6), (12, 9), (7, 12), (0, 12)]);

    public static readonly FlowMark Service = new("stop", "at a service: not followed beyond", [(6, 0), (12, 11), (0, 11)]);

    public static readonly FlowMark Mixer = new("mixer", "a mixer: cannot be followed", [(6, 0), (12, 6), (6, 12), (0, 6)]);

    public static readonly FlowMark Bridge = new("stop", "into a bridge, and not seen out of it", [(3, 1), (9, 1), (12, 6), (9, 11), (3, 11), (0, 6)]);

    public static readonly FlowMark Other = new("stop", "not followed for another reason (see the table)", [(0, 4), (12, 4), (12, 8), (0, 8)]);

    public static readonly FlowMark Swap = new("swap", "exchanged for another asset", [(0, 3), (8, 3), (8, 0), (12, 4), (12, 9), (4, 9), (4, 12), (0, 8)]);

    /// <summary>In the order of the legend.</summary>
    public static readonly IReadOnlyList<FlowMark> All = [Held, DataEnd, Service, Mixer, Bridge, Other, Swap];

    /// <summary>What a box is marked with.</summary>
    public static IReadOnlyList<FlowMark> Of(FlowNode node) =>
    [
        .. All.Where(mark => mark == Held ? !node.Held.IsZero
            : mark == DataEnd ? !node.Unseen.IsZero
            : mark == Swap ? node.Swaps.Count > 0
            : node.Stops.Any(stop => Of(stop.Stop) == mark)),
    ];

    private static FlowMark Of(TraceStop stop) => stop.Reason switch
    {
        StopReason.Service or StopReason.Degree => Service,
        StopReason.Mixer => Mixer,
        StopReason.Bridge or StopReason.Transit => Bridge,
        _ => Other,
    };
}
