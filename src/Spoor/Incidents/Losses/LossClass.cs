namespace Spoor.Incidents.Losses;

/// <summary>What an outflow, or a part of what was stolen, is held to be.</summary>
public enum LossClass
{
    /// <summary>The first movement out of the victim's control to the thief: the only class that makes a loss.</summary>
    Theft,

    /// <summary>It may be theft or not; it widens the interval and is in no total.</summary>
    Suspect,

    /// <summary>The victim itself brought it to safety.</summary>
    InternalRescue,

    /// <summary>Between the victim's own wallets.</summary>
    InternalShuffle,

    /// <summary>Change of a UTXO transaction back to the victim.</summary>
    Change,

    /// <summary>Paid back to whom it came from.</summary>
    Refund,

    /// <summary>Fees that the thief paid out of the victim's wallets.</summary>
    AttackerGas,

    /// <summary>Exchanged for another asset that is counted.</summary>
    Swap,

    /// <summary>Brought to another chain and counted there.</summary>
    Bridge,

    /// <summary>Stolen, and held fast by an issuer or a service.</summary>
    Frozen,

    /// <summary>Stolen, and taken by an authority.</summary>
    Seized,

    /// <summary>Stolen, and back with the victim.</summary>
    Returned,

    /// <summary>Paid to the thief, or to a finder, for giving back the rest.</summary>
    Bounty,
}
