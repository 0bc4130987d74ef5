namespace Spoor.Tracing;

/// <summary>Why taint is not followed further; each reason is a bucket of the books.</summary>
public enum StopReason
{
    /// <summary>The recipient is labelled as an exchange, custodian or another service.</summary>
    Service,

    /// <summary>The recipient is labelled as a mixer or privacy pool.</summary>
    Mixer,

    /// <summary>The recipient is labelled as a bridge.</summary>
    Bridge,

    /// <summary>It went into a bridge, and what came out of that is not known.</summary>
    Transit,

    /// <summary>The recipient is labelled as a contract: a token, a pool, a router.</summary>
    Contract,

    /// <summary>The recipient is nobody: burnt, or sent to no address.</summary>
    Burn,

    /// <summary>Backward only: the units were newly issued.</summary>
    Issue,

    /// <summary>The recipient behaves like a service that nobody has labelled.</summary>
    Degree,

    /// <summary>The one who asked for the trace said to stop here.</summary>
    Asked,

    /// <summary>Set aside: the payment does not look like laundering (<see cref="Relevance.RelevanceRule"/>).</summary>
    Minor,

    /// <summary>Too little to matter beside the theft.</summary>
    Dust,

    /// <summary>Too small a share of the payment (haircut only).</summary>
    Dilution,

    /// <summary>Too many hops from the theft.</summary>
    Hops,

    /// <summary>Moved on outside the time window of the trace.</summary>
    Window,

    /// <summary>The trace's budget of transfers is used up.</summary>
    Budget,
}
