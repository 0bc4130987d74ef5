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
/// <remarks>A mixer does not contradict a thief, since thieves run mixers and courts call mixers thieves.</remarks>
internal static class LabelClaims
{
    internal static LabelClaim Of(Label label) => LabelNatures.Of(label) switch
    {
        LabelNature.Perpetrator => LabelClaim.Perpetrator,
        LabelNature.Contract => LabelClaim.Contract,
        LabelNature.Service or LabelNature.Bridge => LabelClaim.Service,
        _ => LabelClaim.None,
    };
}
