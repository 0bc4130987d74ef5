namespace Spoor.Screening;

/// <summary>How near the other end is.</summary>
public enum ExposureReach
{
    /// <summary>It paid the address, or was paid by it.</summary>
    Direct,

    /// <summary>Addresses without a label lie between.</summary>
    Indirect,
}
