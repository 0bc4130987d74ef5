namespace Spoor.Labels;

/// <summary>What a label claims, as far as another label can contradict it.</summary>
internal enum LabelClaim
{
    /// <summary>Nothing that another label contradicts: a mixer, a sanctioned party, a victim.</summary>
    None,

    Perpetrator,

    Service,

    Contract,
}

/// <summary>Reads the claim of a label from its <see cref="LabelNature"/>.</summary>
/// <remarks>
/// A label that accuses without naming a theft (sanctioned, seized, ransom) does not make a service of its address, though
/// its nature is that of one; nor does a mixer contradict a thief, since thieves run mixers and courts call them so.
/// </remarks>
internal static class LabelClaims
{
    private static readonly string[] Accusing =
    [
        "sanction", "ofac", "blacklist", "blocked", "frozen", "seiz", "ransom", "extort", "malware", "terror", "dark", "ponzi", "fraud",
        "abuse", "victim",
    ];

    internal static LabelClaim Of(Label label) => LabelNatures.Of(label) switch
    {
        LabelNature.Perpetrator => LabelClaim.Perpetrator,
        LabelNature.Contract => LabelClaim.Contract,
        LabelNature.Service or LabelNature.Bridge when !Accuses(label) => LabelClaim.Service,
        _ => LabelClaim.None,
    };

    private static bool Accuses(Label label) =>
        label.Abuse.Length > 0 || label.Concepts.Append(label.Category).Any(word => Array.Exists(Accusing, one => word.Contains(one, StringComparison.OrdinalIgnoreCase)));
}
