using System.Globalization;
using Spoor.Transfers;

namespace Spoor.Chains.Files.Bridges;

/// <summary>What files about bridges write into their cells.</summary>
internal static class BridgeCells
{
    /// <summary>The last second of the year 9999.</summary>
    public const long LastSecond = 253_402_300_799;

    // Nomad numbered chains by the letters of their names: "eth" + 0, "beam" (https://docs.nomad.xyz, domains).
    private static readonly Dictionary<string, ChainId> NomadDomains = new(StringComparer.Ordinal)
    {
        ["6648936"] = ChainId.Parse("eip155:1"),
        ["1650811245"] = ChainId.Parse("eip155:1284"),
    };

    public static ChainId? ChainOf(string text) =>
        NomadDomains.TryGetValue(text, out var domain) ? domain
        : ChainRegistry.TryFind(text, out var known) ? known.Id
        : ChainId.TryParse(text, out var chain) ? chain
        : null;

    public static Address? Account(ChainId chain, string text) => AddressText.TryParse(chain, text.ToLowerInvariant(), out var lower) || AddressText.TryParse(chain, text, out lower) ? lower : null;

    /// <summary>A token by its contract, an asset by its CAIP-19 name; nobody's address is the chain's own coin.</summary>
    public static AssetId? Asset(ChainId chain, string text)
    {
        if (text.Contains('/', StringComparison.Ordinal))
        {
            return TryParse(text);
        }

        if (chain.Namespace != "eip155" || Account(chain, text) is not { } contract)
        {
            return null;
        }

        var coin = ChainRegistry.TryGet(chain, out var known) ? known.Native?.Asset : null;
        return contract.IsZeroAccount ? coin ?? new AssetId(chain, "slip44:60") : new AssetId(chain, string.Create(CultureInfo.InvariantCulture, $"erc20:0x{Convert.ToHexStringLower(contract.ToBytes())}"));
    }

    private static AssetId? TryParse(string text)
    {
        try
        {
            return AssetId.Parse(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
