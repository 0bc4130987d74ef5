using Spoor.Attribution;

namespace Spoor.Incidents;

/// <summary>What an address was in an incident.</summary>
public enum WalletRole
{
    /// <summary>Received stolen assets from the victim.</summary>
    Thief,

    /// <summary>Received them from a thief's address.</summary>
    ThiefOnward,

    /// <summary>Named as the thief's by one side only, or without saying what it did.</summary>
    Suspect,

    /// <summary>Tied to another theft by the same address on another chain.</summary>
    Linking,

    /// <summary>A hot wallet, or a contract from which was stolen, of the victim.</summary>
    Hot,

    /// <summary>A cold wallet of the victim.</summary>
    Cold,

    /// <summary>Where the victim brought to safety what was left; not theft.</summary>
    Rescue,

    /// <summary>Another address of the victim.</summary>
    Own,

    /// <summary>A service through which value went, used by others as well.</summary>
    Service,
}

/// <summary>The roles as the files name them, and whose side each is on.</summary>
public static class WalletRoles
{
    /// <summary>In the order in which a page shows them.</summary>
    public static readonly IReadOnlyList<(WalletRole Role, string Name, MemberSide Side)> All =
    [
        (WalletRole.Thief, "thief", MemberSide.Thief),
        (WalletRole.ThiefOnward, "thief_onward", MemberSide.Thief),
        (WalletRole.Linking, "linking", MemberSide.Thief),
        (WalletRole.Suspect, "suspect", MemberSide.Thief),
        (WalletRole.Hot, "hot", MemberSide.Victim),
        (WalletRole.Cold, "cold", MemberSide.Victim),
        (WalletRole.Rescue, "rescue", MemberSide.Victim),
        (WalletRole.Own, "own", MemberSide.Victim),
        (WalletRole.Service, "service", MemberSide.Service),
    ];

    public static string NameOf(this WalletRole role) => All.First(one => one.Role == role).Name;

    public static MemberSide SideOf(this WalletRole role) => All.First(one => one.Role == role).Side;
}
