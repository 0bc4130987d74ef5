namespace Spoor.Attribution;

/// <summary>What may be written beside a name, and from when on.</summary>
public enum ClaimLabel
{
    /// <summary>Nothing may be written.</summary>
    None,

    Suspected,

    Likely,

    Assessed,

    /// <summary>By an authority or a court about this very incident; never by arithmetic.</summary>
    Confirmed,
}

/// <summary>The rule that decides the label.</summary>
public static class LabelPolicy
{
    public const decimal SuspectedFrom = 0.55m;
    public const decimal LikelyFrom = 0.80m;
    public const decimal AssessedFrom = 0.95m;

    /// <summary>How many independent groups of evidence an assessment needs, one of them deterministic.</summary>
    public const int AssessedGroups = 2;

    /// <summary>How many independent witnesses it needs on either side.</summary>
    public const int AssessedWitnesses = 2;

    public static ClaimLabel Of(decimal probability, int groups, bool hasDeterministic, int witnesses) => probability switch
    {
        >= AssessedFrom when groups >= AssessedGroups && hasDeterministic && witnesses >= AssessedWitnesses => ClaimLabel.Assessed,
        >= LikelyFrom => ClaimLabel.Likely,
        >= SuspectedFrom => ClaimLabel.Suspected,
        _ => ClaimLabel.None,
    };
}
