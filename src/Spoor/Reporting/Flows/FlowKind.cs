namespace Spoor.Reporting.Flows;

/// <summary>How value went from one place to another.</summary>
public enum FlowKind
{
    /// <summary>It was paid.</summary>
    Payment,

    /// <summary>It was exchanged for another asset, at the same address or for another.</summary>
    Swap,

    /// <summary>It went over a bridge, or into one.</summary>
    Bridge,
}
