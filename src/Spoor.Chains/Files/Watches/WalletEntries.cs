using Spoor.Detection;
using Spoor.Transfers;

namespace Spoor.Chains.Files.Watches;

/// <summary>Reads <c>wallets</c> of an owner: one address on one chain or several.</summary>
internal sealed class WalletEntries(AssetAmounts amounts)
{
    /// <summary>What a file calls each use.</summary>
    public static readonly IReadOnlyList<(WalletUse Use, string Name)> Uses =
        [.. Enum.GetValues<WalletUse>().Select(use => (use, $"{use}".ToLowerInvariant()))];

    private readonly Dictionary<(ChainId, Address), long> _lines = [];

    public IEnumerable<WatchedWallet> Read(YamlEntry entry)
    {
        var chains = ChainsOf(entry);
        string text = entry.Required("address");
        string name = entry.Optional("name");
        var use = UseOf(entry);
        var opening = amounts.Read(entry, "opening", chains);
        var wallets = new List<WatchedWallet>();
        foreach (var chain in chains)
        {
            if (text.Length == 0 || WatchValues.Address(entry, "address", text, [chain]) is not { } address)
            {
                continue;
            }

            if (!_lines.TryAdd((chain.Id, address), entry.LineOf("address")))
            {
                entry.Fault("address", $"expected a wallet once, found {text}, which line {_lines[(chain.Id, address)]} lists on {chain} already.");
            }

            wallets.Add(new()
            {
                Chain = chain.Id,
                Address = address,
                Use = use,
                Name = name,
                Opening = opening.Where(held => held.Key.Chain == chain.Id).ToDictionary(),
            });
        }

        entry.Close();
        return wallets;
    }

    private static List<Chain> ChainsOf(YamlEntry entry)
    {
        string one = entry.Optional("chain");
        var several = entry.Texts("chains");
        if ((one.Length == 0) == (several.Count == 0))
        {
            entry.Fault(one.Length > 0 ? "chains" : "chain", "expected either a chain or a list of chains.");
        }

        var chains = new List<Chain>();
        foreach (string name in several.Prepend(one).Where(name => name.Length > 0))
        {
            string key = name == one ? "chain" : "chains";
            if (WatchValues.Chain(entry, key, name) is not { } chain)
            {
                continue;
            }

            if (chains.Exists(other => other.Id == chain.Id))
            {
                entry.Fault(key, $"expected a chain once, found '{name}' again.");
                continue;
            }

            chains.Add(chain);
        }

        return chains;
    }

    private static WalletUse UseOf(YamlEntry entry)
    {
        string text = entry.Required("use");
        string[] names = [.. Uses.Select(use => use.Name)];
        int found = Array.IndexOf(names, text);
        if (found < 0 && text.Length > 0)
        {
            entry.Fault("use", $"expected one of {string.Join(", ", names)}, found '{text}'{NearNames.Hint(text, names)}");
        }

        return Uses[Math.Max(0, found)].Use;
    }
}
