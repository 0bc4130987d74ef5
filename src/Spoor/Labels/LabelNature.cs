namespace Spoor.Labels;

/// <summary>What a label makes of its address, for those who must decide by it.</summary>
public enum LabelNature
{
    /// <summary>A thief, or an address of theirs.</summary>
    Perpetrator,

    Mixer,

    Bridge,

    /// <summary>A token or another contract without an owner.</summary>
    Contract,

    /// <summary>A service, or anybody else who is named.</summary>
    Service,

    /// <summary>A victim, a donation address, a plain user: neither thief nor service.</summary>
    Bystander,

    /// <summary>
    /// Listed by a sanctions office, or frozen by the issuer of a token, that does not say as what: a thief, a mixer and
    /// an exchange look the same.
    /// </summary>
    Sanctioned,
}
