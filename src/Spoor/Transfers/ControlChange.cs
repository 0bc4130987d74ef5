namespace Spoor.Transfers;

/// <summary>Somebody was given, or lost, the power to move what an address holds.</summary>
public sealed record ControlChange
{
    public required Position Position { get; init; }

    public required TxHash Tx { get; init; }

    public required ControlKind Kind { get; init; }

    /// <summary>The contract that said so (token, Safe, proxy), or the token that is asked to freeze; on Tron the account itself.</summary>
    public required Address Contract { get; init; }

    /// <summary>Whose holdings are concerned: the owner of an allowance, the Safe, the proxy.</summary>
    public required Address Subject { get; init; }

    /// <summary>Who gained or lost the power: spender, new owner, new implementation; null for a changed threshold.</summary>
    public Address? Holder { get; init; }

    /// <summary>The allowance in the token's smallest unit, or the new threshold; null where the event has none. Capped at the largest <see cref="Transfers.Amount"/>.</summary>
    public Amount? Amount { get; init; }
}

/// <summary>What sort of power changed hands.</summary>
public enum ControlKind : byte
{
    /// <summary>ERC-20 allowance; amount zero takes it back.</summary>
    Approval = 1,

    /// <summary>ERC-721 and ERC-1155 operator for all tokens.</summary>
    ApprovalForAll = 2,

    OwnershipTransferred = 3,

    RoleGranted = 4,

    RoleRevoked = 5,

    /// <summary>EIP-1967 implementation.</summary>
    Upgraded = 6,

    /// <summary>EIP-1967 admin.</summary>
    AdminChanged = 7,

    SafeOwnerAdded = 8,

    SafeOwnerRemoved = 9,

    SafeThresholdChanged = 10,

    SafeModuleEnabled = 11,

    /// <summary>Tron's AccountPermissionUpdate.</summary>
    PermissionUpdated = 12,

    /// <summary>The multisig of a token's issuer proposes to freeze the subject; nothing is frozen yet.</summary>
    FreezeProposed = 13,
}
