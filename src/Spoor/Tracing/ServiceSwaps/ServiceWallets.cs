using Spoor.Transfers;

namespace Spoor.Tracing.ServiceSwaps;

/// <summary>The wallets at which swap services gather deposits and from which they pay.</summary>
public sealed class ServiceWallets
{
    private readonly Dictionary<(ChainId Chain, Address Address), string> _services = [];

    /// <param name="wallets">Of two names for one wallet the first counts.</param>
    public ServiceWallets(IEnumerable<(string Service, ChainId Chain, Address Address)> wallets)
    {
        foreach (var (service, chain, address) in wallets)
        {
            _services.TryAdd((chain, address), service);
        }
    }

    /// <summary>In order of service, chain and address.</summary>
    public IReadOnlyList<(string Service, ChainId Chain, Address Address)> All =>
    [
        .. _services.Select(wallet => (Service: wallet.Value, wallet.Key.Chain, wallet.Key.Address))
            .OrderBy(wallet => wallet.Service, StringComparer.Ordinal).ThenBy(wallet => wallet.Chain).ThenBy(wallet => wallet.Address),
    ];

    /// <summary>Whose wallet it is; null where it is nobody's.</summary>
    public string? ServiceOf(ChainId chain, Address? address) => address is { } known ? _services.GetValueOrDefault((chain, known)) : null;
}
