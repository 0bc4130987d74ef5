namespace Spoor.Tracing.Ranking;

/// <summary>What becomes of mass at an address that has no payment to send it on with.</summary>
public enum SinkRule
{
    /// <summary>It is held there, like money that has not moved on, and counts for the address.</summary>
    Hold,

    /// <summary>It is shared again among what the address can do with it, as the published methods in order of time do.</summary>
    Recycle,
}
