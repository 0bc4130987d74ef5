using Spoor.Detection;
using Spoor.Transfers;

namespace Spoor.Chains.Files.Watches;

/// <summary>Reads <c>planned</c> of an owner: movements announced beforehand.</summary>
internal sealed class PlannedEntries(AssetAmounts amounts)
{
    private readonly Dictionary<string, long> _ids = new(StringComparer.Ordinal);

    public PlannedMovement Read(YamlEntry entry, IReadOnlyList<WatchedWallet> wallets)
    {
        string named = entry.Optional("chain");
        var chain = named.Length > 0 ? WatchValues.Chain(entry, "chain", named) : null;
        Chain[] chains = chain is not null ? [chain] : [.. wallets.Select(wallet => wallet.Chain).Distinct().Select(ChainRegistry.Get)];
        var planned = new PlannedMovement
        {
            Id = IdOf(entry),
            Reason = entry.Required("reason"),
            From = WatchValues.Time(entry, "from"),
            Until = WatchValues.Time(entry, "until"),
            Senders = AddressesOf(entry, "senders", chains),
            Recipients = AddressesOf(entry, "recipients", chains),
            Chain = chain?.Id,
            Limits = amounts.Read(entry, "limits", chains),
        };
        Check(entry, planned, wallets);
        entry.Close();
        return planned;
    }

    private string IdOf(YamlEntry entry)
    {
        string id = entry.Required("id");
        if (id.Length > 0 && !_ids.TryAdd(id, entry.LineOf("id")))
        {
            entry.Fault("id", $"expected an id once, found '{id}', which line {_ids[id]} has already.");
        }

        return id;
    }

    private static HashSet<Address> AddressesOf(YamlEntry entry, string key, Chain[] chains)
    {
        var found = new HashSet<Address>();
        foreach (string text in entry.Texts(key))
        {
            if (WatchValues.Address(entry, key, text, chains) is { } address && !found.Add(address))
            {
                entry.Fault(key, $"expected an address once, found {text} again.");
            }
        }

        return found;
    }

    // An announcement that would let everything through is a way to silence the watch, not a plan.
    private static void Check(YamlEntry entry, PlannedMovement planned, IReadOnlyList<WatchedWallet> wallets)
    {
        if (planned.Until <= planned.From && planned.Until != default)
        {
            entry.Fault("until", "expected a time after 'from', found one that is not.");
        }

        if (!entry.Keys.Contains("recipients") || entry.Texts("recipients").Count == 0)
        {
            entry.Fault("recipients", "expected the addresses it may go to, found none.");
        }

        foreach (var stranger in planned.Senders.Where(sender => !wallets.Any(wallet => wallet.Address == sender)).Order())
        {
            entry.Fault("senders", $"expected wallets of the owner, found {AddressText.RenderKey(stranger)}.");
        }
    }
}
