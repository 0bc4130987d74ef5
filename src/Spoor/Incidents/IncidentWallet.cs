using Spoor.Transfers;

namespace Spoor.Incidents;

/// <summary>An address and what it was in the incident.</summary>
public sealed record IncidentWallet
{
    /// <summary>CAIP-2, or a plain name where Spoor knows none.</summary>
    public required string Chain { get; init; }

    /// <summary>As its chain writes it.</summary>
    public required string Address { get; init; }

    /// <summary>The same as values; null where Spoor does not read addresses of the chain.</summary>
    public required (ChainId Chain, Address Address)? Account { get; init; }

    public required WalletRole Role { get; init; }

    public required string Name { get; init; }

    public required string Note { get; init; }

    public required string Source { get; init; }

    /// <summary>The chain for people: <c>Ethereum</c>, <c>kadena</c>.</summary>
    public string ChainTitle => TitleOf(Chain);

    /// <summary>The registry's name of a chain, or the text itself where it knows none.</summary>
    public static string TitleOf(string chain) =>
        ChainId.TryParse(chain, out var id) && ChainRegistry.TryGet(id, out var known) ? known.Name : chain;
}

/// <summary>What an address was in an incident.</summary>
public enum WalletRole
{
    /// <summary>Received stolen assets from the victim.</summary>
    Thief,

    /// <summary>Received them from a thief's address.</summary>
    ThiefOnward,

    /// <summary>Named by one source only.</summary>
    Suspect,

    /// <summary>Tied to another theft by the same address on another chain.</summary>
    Linking,

    /// <summary>A hot wallet of the victim.</summary>
    Hot,

    /// <summary>Where the victim brought to safety what was left; not theft.</summary>
    Rescue,

    /// <summary>Another address of the victim.</summary>
    Own,
}
