using Spoor.Attribution;
using Spoor.Labels;
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

    public string Name { get; init; } = "";

    public string Note { get; init; } = "";

    /// <summary>Keys of sources, separated by semicolons.</summary>
    public required string Source { get; init; }

    public IReadOnlyList<string> Sources => Source.Split(';');

    /// <summary>The chain for people: <c>Ethereum</c>, <c>kadena</c>.</summary>
    public string ChainTitle => TitleOf(Chain);

    /// <summary>The registry's name of a chain, or the text itself where it knows none.</summary>
    public static string TitleOf(string chain) =>
        ChainId.TryParse(chain, out var id) && ChainRegistry.TryGet(id, out var known) ? known.Name : chain;

    internal CaseMember ToMember()
    {
        LabelSubject subject = Account is var (chain, address)
            ? new LabelSubject.OfAddress(chain, address)
            : new LabelSubject.Unread(Chain.ToLowerInvariant(), Address);
        return new(subject, Role.SideOf(), Role.NameOf(), Sources);
    }
}
