namespace Spoor.Screening;

/// <summary>Which way the money went, seen from the address that is screened.</summary>
public enum ExposureSide
{
    /// <summary>Where its money came from.</summary>
    Incoming,

    /// <summary>Where its money went.</summary>
    Outgoing,
}
