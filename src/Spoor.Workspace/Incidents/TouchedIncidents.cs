using Spoor.Incidents;
using Spoor.Transfers;

namespace Spoor.Workspace.Incidents;

/// <summary>Which incidents name an address, on whatever chain: the same key on another chain is the same owner.</summary>
public sealed class TouchedIncidents
{
    private readonly ILookup<Address, (string Incident, IncidentWallet Wallet)> _byAddress;

    private TouchedIncidents(ILookup<Address, (string Incident, IncidentWallet Wallet)> byAddress) => _byAddress = byAddress;

    /// <exception cref="FormatException">An incident is not as described.</exception>
    public static TouchedIncidents Of(IncidentLibrary library) => new(library.All
        .SelectMany(incident => incident.Facts.Wallets, (incident, wallet) => (Incident: incident.Id, Wallet: wallet))
        .Where(named => named.Wallet.Account is not null)
        .ToLookup(named => named.Wallet.Account!.Value.Address));

    /// <summary>In order of incident, then as its file has them.</summary>
    public IReadOnlyList<(string Incident, IncidentWallet Wallet)> By(Address address) => [.. _byAddress[address]];
}
