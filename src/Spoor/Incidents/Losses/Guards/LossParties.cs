using Spoor.Transfers;

namespace Spoor.Incidents.Losses.Guards;

/// <summary>Whose each address is, as far as the incident says.</summary>
public sealed record LossParties
{
    /// <summary>Everything the victim controls but <see cref="Rescue"/>.</summary>
    public required IReadOnlySet<(ChainId Chain, Address Address)> Victim { get; init; }

    /// <summary>Where the victim brought to safety what was left.</summary>
    public required IReadOnlySet<(ChainId Chain, Address Address)> Rescue { get; init; }

    public required IReadOnlySet<(ChainId Chain, Address Address)> Thief { get; init; }

    public static LossParties Of(IncidentFacts facts) => new()
    {
        Victim = Accounts(facts, WalletRole.Hot, WalletRole.Cold, WalletRole.Own),
        Rescue = Accounts(facts, WalletRole.Rescue),
        Thief = Accounts(facts, WalletRole.Thief),
    };

    /// <summary>All of them by chain, to ask a store for their transfers.</summary>
    public ILookup<ChainId, Address> ByChain =>
        Victim.Concat(Rescue).Concat(Thief).Distinct().Order().ToLookup(account => account.Chain, account => account.Address);

    public bool IsVictim(ChainId chain, Address? address) => address is { } known && Victim.Contains((chain, known));

    public bool IsRescue(ChainId chain, Address? address) => address is { } known && Rescue.Contains((chain, known));

    public bool IsThief(ChainId chain, Address? address) => address is { } known && Thief.Contains((chain, known));

    private static HashSet<(ChainId Chain, Address Address)> Accounts(IncidentFacts facts, params WalletRole[] roles) =>
        [.. facts.Wallets.Where(wallet => roles.Contains(wallet.Role)).Select(wallet => wallet.Account).OfType<(ChainId Chain, Address Address)>()];
}
