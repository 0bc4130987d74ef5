using Spoor.Detection;
using Spoor.Transfers;

namespace Spoor.Chains.Files.Watches;

/// <summary>Reads <c>owners</c> of a watch file.</summary>
internal sealed class OwnerEntries(TokenList tokens)
{
    private readonly Dictionary<string, long> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly WalletEntries _wallets = new(new AssetAmounts(tokens));
    private readonly PlannedEntries _planned = new(new AssetAmounts(tokens));

    public WatchList Read(YamlEntry top)
    {
        List<WatchedOwner> owners = [.. top.Entries("owners").Select(OwnerOf)];
        if (owners.Count == 0)
        {
            top.Missing("owners");
        }

        top.Close();
        return new(owners);
    }

    private WatchedOwner OwnerOf(YamlEntry entry)
    {
        string name = entry.Required("name");
        if (name.Length > 0 && !_names.TryAdd(name, entry.LineOf("name")))
        {
            entry.Fault("name", $"expected an owner once, found '{name}', which line {_names[name]} names already.");
        }

        var listed = entry.Entries("wallets").ToList();
        var wallets = listed.SelectMany(_wallets.Read).ToList();
        if (listed.Count == 0)
        {
            entry.Missing("wallets");
        }
        else if (wallets.Select(wallet => wallet.Use is WalletUse.Thief or WalletUse.Dead).Distinct().Count() > 1)
        {
            entry.Fault("wallets", "expected wallets of the owner or addresses kept in sight (use thief or dead), found both; list the latter under an owner of their own.");
        }
        else if (!wallets.Exists(wallet => wallet.Use is WalletUse.Hot or WalletUse.Thief or WalletUse.Dead))
        {
            entry.Warn("wallets", "expected a hot wallet, found none: there is nothing to be drained.");
        }

        var owner = new WatchedOwner
        {
            Name = name,
            Wallets = wallets,
            Planned = [.. entry.Entries("planned").Select(planned => _planned.Read(planned, wallets))],
            Policy = PolicyEntry.Read(entry),
            Hook = HookOf(entry),
        };
        entry.Close();
        return owner;
    }

    private static Uri? HookOf(YamlEntry entry)
    {
        string text = entry.Optional("hook");
        if (text.Length == 0)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var hook) && hook.Scheme is "https" or "http" && hook.UserInfo.Length == 0)
        {
            return hook;
        }

        entry.Fault("hook", $"expected an address that begins with https:// or http:// and holds no password, found '{text}'.");
        return null;
    }
}
