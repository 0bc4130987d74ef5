using Spoor.Transfers;

namespace Spoor.Chains.Files.Labels;

/// <summary>What label lists call a network.</summary>
/// <param name="Chain">Null for a token, or a network whose addresses Spoor does not decode.</param>
/// <param name="IsToken">Whether the name is a token that several chains carry.</param>
internal readonly record struct LabelNetwork(ChainId? Chain, bool IsToken);

/// <summary>Networks by the names that label lists give them, which are often symbols of coins.</summary>
internal static class LabelNetworks
{
    private static readonly Dictionary<string, ChainId> Chains = new(StringComparer.OrdinalIgnoreCase)
    {
        ["XBT"] = ChainRegistry.Find("bitcoin").Id,
        ["BEP20"] = ChainId.Parse("eip155:56"),
        ["KCS"] = ChainId.Parse("eip155:321"),
    };

    // A symbol says nothing of the chain here: OFAC lists USDT on Ethereum, on Tron and, from the time of Omni, on Bitcoin.
    private static readonly HashSet<string> Tokens = new(StringComparer.OrdinalIgnoreCase)
    {
        "USDT", "USDC", "DAI", "WETH", "WBTC", "BUSD", "TUSD", "PAX", "USDP", "PYUSD",
    };

    // The file names of explorer dumps.
    private static readonly Dictionary<string, ChainId> Explorers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["etherscan"] = ChainId.Parse("eip155:1"),
        ["bscscan"] = ChainId.Parse("eip155:56"),
        ["polygonscan"] = ChainId.Parse("eip155:137"),
        ["optimistic"] = ChainId.Parse("eip155:10"),
        ["arbiscan"] = ChainId.Parse("eip155:42161"),
        ["snowtrace"] = ChainId.Parse("eip155:43114"),
        ["ftmscan"] = ChainId.Parse("eip155:250"),
        ["basescan"] = ChainId.Parse("eip155:8453"),
        ["celoscan"] = ChainId.Parse("eip155:42220"),
        ["gnosisscan"] = ChainId.Parse("eip155:100"),
        ["scroll"] = ChainId.Parse("eip155:534352"),
        ["scrollscan"] = ChainId.Parse("eip155:534352"),
        ["linea"] = ChainId.Parse("eip155:59144"),
        ["lineascan"] = ChainId.Parse("eip155:59144"),
        ["tronscan"] = ChainRegistry.Find("tron").Id,
    };

    public static LabelNetwork Named(string name)
    {
        if (Chains.TryGetValue(name, out var special))
        {
            return new(special, IsToken: false);
        }

        bool isToken = Tokens.Contains(name);
        return new(!isToken && ChainRegistry.TryFind(name, out var chain) ? chain.Id : null, isToken);
    }

    /// <summary>The chain that an explorer shows; null for an explorer that is not known.</summary>
    public static ChainId? OfExplorer(string explorer) =>
        Explorers.TryGetValue(explorer, out var chain) ? chain : Named(explorer).Chain;
}
