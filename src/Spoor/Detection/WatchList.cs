using Spoor.Transfers;

namespace Spoor.Detection;

/// <summary>Whose wallets are watched.</summary>
public sealed record WatchList(IReadOnlyList<WatchedOwner> Owners)
{
    /// <summary>What a message says that it expected in place of an unknown owner.</summary>
    public string ExpectedOwner => $"an owner who is watched ({string.Join(", ", Owners.Select(owner => owner.Name))})";

    /// <summary>Whether an owner is called exactly so.</summary>
    public bool Watches(string owner) => Owners.Any(known => known.Name == owner);
}

/// <summary>One owner (an exchange, a desk, a treasury) over all chains: the unit of an alert.</summary>
public sealed record WatchedOwner
{
    public required string Name { get; init; }

    public required IReadOnlyList<WatchedWallet> Wallets { get; init; }

    public IReadOnlyList<PlannedMovement> Planned { get; init; } = [];

    public WatchPolicy Policy { get; init; } = new();

    /// <summary>Where its notices are posted; null for nowhere.</summary>
    public Uri? Hook { get; init; }

    /// <summary>Whether it is no owner who could be robbed but addresses kept in sight: a thief's, or dead ones.</summary>
    public bool IsTracked => Wallets.Count > 0 && Wallets.All(wallet => wallet.Use is WalletUse.Thief or WalletUse.Dead);
}

/// <summary>A wallet of a watched owner.</summary>
public sealed record WatchedWallet
{
    public required ChainId Chain { get; init; }

    public required Address Address { get; init; }

    public required WalletUse Use { get; init; }

    /// <summary>What the owner calls it; empty when it has no name.</summary>
    public string Name { get; init; } = "";

    /// <summary>What it held before the first block watched; an asset that is absent is unknown, not zero.</summary>
    public IReadOnlyDictionary<AssetId, Amount> Opening { get; init; } = new Dictionary<AssetId, Amount>();
}

/// <summary>What a wallet is for.</summary>
public enum WalletUse
{
    /// <summary>Pays customers; its drain is what is watched for.</summary>
    Hot,

    /// <summary>Kept offline; where rescues and rebalancing go.</summary>
    Cold,

    /// <summary>Takes customers' deposits and forwards them.</summary>
    Deposit,

    /// <summary>Pays the gas of the owner's other wallets.</summary>
    Gas,

    /// <summary>Anything else of the owner's: treasury, staking, multisig.</summary>
    Treasury,

    /// <summary>A thief's, not the owner's: whatever leaves it is told.</summary>
    Thief,

    /// <summary>A deposit address that was given up: whatever comes in or leaves is told.</summary>
    Dead,
}

/// <summary>A movement that the owner announced beforehand: it suppresses an alert and is shown as planned.</summary>
public sealed record PlannedMovement
{
    public required string Id { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset Until { get; init; }

    /// <summary>Wallets it may leave; empty for all of the owner's.</summary>
    public IReadOnlySet<Address> Senders { get; init; } = new HashSet<Address>();

    /// <summary>Where it may go; never empty.</summary>
    public required IReadOnlySet<Address> Recipients { get; init; }

    /// <summary>The chain; null for any.</summary>
    public ChainId? Chain { get; init; }

    /// <summary>The most that may move in all, by asset; empty for any asset and amount.</summary>
    public IReadOnlyDictionary<AssetId, Amount> Limits { get; init; } = new Dictionary<AssetId, Amount>();
}
