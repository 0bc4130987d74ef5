namespace Spoor.Transfers.Codecs;

/// <summary>What is wrong with a text that should be an address.</summary>
public enum AddressFault
{
    None,

    /// <summary>The prefix, version byte or human-readable part belongs to another chain or to none.</summary>
    Prefix,

    Length,

    /// <summary>A character that the alphabet does not have.</summary>
    Character,

    /// <summary>Upper and lower case in a text that must keep to one.</summary>
    MixedCase,

    Checksum,

    /// <summary>Bits left over that must be zero are not, or there are too many of them.</summary>
    Padding,

    /// <summary>A witness version, flag or type that no rule gives a meaning.</summary>
    Version,
}
