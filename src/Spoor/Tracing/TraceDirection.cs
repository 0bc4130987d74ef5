namespace Spoor.Tracing;

/// <summary>Which way a trace follows the money.</summary>
public enum TraceDirection
{
    /// <summary>Forward in time: where did it go?</summary>
    Out,

    /// <summary>Backward in time: where did it come from?</summary>
    In,
}
