using Spoor.Storage;
using Spoor.Transfers;
using Spoor.Workspace.Transfers;

namespace Spoor.Workspace.Lookups;

/// <summary>Finds what somebody typed: an address, a transaction, an incident, a name that labels give.</summary>
public static class Lookup
{
    private const int MostByName = 50;

    // What looks like an address or a hash is not searched among names.
    private const int LooksLikeKey = 25;

    public static async Task<LookupAnswer> FindAsync(Workbench workbench, string typed, CancellationToken cancellation)
    {
        string text = typed.Trim();
        var exact = await ExactAsync(workbench, text, cancellation);
        if (exact.Count > 0)
        {
            return new(exact, "");
        }

        if (text.Length >= LooksLikeKey && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == ':'))
        {
            return new([], HintOf(text));
        }

        List<LookupMatch> named = [.. IncidentsOf(workbench, text), .. await LabelledAsync(workbench, text, cancellation)];
        return new(named, named.Count > 0 ? "" : $"Nothing goes by '{text}': no address, transaction, incident or label. Names can be given in part; an address or a hash must be whole.");
    }

    private static async Task<IReadOnlyList<LookupMatch>> ExactAsync(Workbench workbench, string text, CancellationToken cancellation)
    {
        if (TxHash.TryParse(text, out var tx))
        {
            return await TransactionsAsync(workbench, tx, cancellation);
        }

        return text.Split(':') is [_, _, _] && TryAccount(text) is { } account
            ? [await AddressAsync(workbench, account.Chain, account.Address, cancellation)]
            : await AddressesAsync(workbench, text, cancellation);
    }

    private static async Task<IReadOnlyList<LookupMatch>> TransactionsAsync(Workbench workbench, TxHash tx, CancellationToken cancellation)
    {
        var found = await StoredTransaction.FindAsync(workbench, tx, null, cancellation);
        return [.. (found?.Transfers ?? []).Select(transfer => transfer.Chain).Distinct().Select(chain => new LookupMatch.OfTransaction(chain, tx))];
    }

    // A bare address on every chain that writes such addresses: where the store knows it, busiest first; else where it is at home.
    private static async Task<IReadOnlyList<LookupMatch>> AddressesAsync(Workbench workbench, string text, CancellationToken cancellation)
    {
        var store = await workbench.TransfersAsync(cancellation);
        var held = (await store.HeadsAsync(cancellation)).Select(head => head.Chain).ToHashSet();
        var read = ChainRegistry.Known.Select(chain => AddressText.TryParse(chain.Id, text, out var address) ? (Chain: chain.Id, Address: address) : ((ChainId Chain, Address Address)?)null)
            .Where(one => one is not null).Select(one => one!.Value).ToList();
        var found = new List<LookupMatch.OfAddress>();
        foreach (var (chain, address) in read.Where(one => held.Contains(one.Chain)))
        {
            found.Add(await AddressAsync(workbench, chain, address, cancellation));
        }

        var moved = found.Where(match => match.Transfers > 0).OrderByDescending(match => match.Transfers).ThenBy(match => match.Chain).ToList();
        return moved.Count > 0 ? moved : [.. read.DistinctBy(one => one.Address).Select(one => new LookupMatch.OfAddress(one.Chain, one.Address, 0))];
    }

    private static async Task<LookupMatch.OfAddress> AddressAsync(Workbench workbench, ChainId chain, Address address, CancellationToken cancellation)
    {
        var store = await workbench.TransfersAsync(cancellation);
        var activity = await store.ActivityOfAsync(chain, [address], cancellation);
        return new(chain, address, activity.TryGetValue(address, out var busy) ? busy.Transfers : 0);
    }

    private static IEnumerable<LookupMatch> IncidentsOf(Workbench workbench, string text) => workbench.Incidents.All
        .Where(incident => incident.Id.Contains(text, StringComparison.OrdinalIgnoreCase) || incident.Facts.Title.Contains(text, StringComparison.OrdinalIgnoreCase))
        .OrderByDescending(incident => incident.Id.Equals(text, StringComparison.OrdinalIgnoreCase)).ThenBy(incident => incident.Id, StringComparer.Ordinal)
        .Take(MostByName)
        .Select(incident => new LookupMatch.OfIncident(incident.Id, incident.Facts.Title));

    private static async Task<IEnumerable<LookupMatch>> LabelledAsync(Workbench workbench, string text, CancellationToken cancellation)
    {
        var stored = (await workbench.Labels.SearchAsync(text, null, new LabelPaging(MostByName, 0), cancellation)).Found.RecordedAt(null).Select(one => one.Label);
        var published = workbench.Incidents.All.SelectMany(incident => incident.Facts.Labels).Where(label => label.Name.Contains(text, StringComparison.OrdinalIgnoreCase));
        return stored.Concat(published)
            .Where(label => label.Address is not null)
            .Select(label => new LookupMatch.OfAddress(label.Chain ?? AddressText.HomeOf(label.Address!.Value.Kind), label.Address!.Value, 0, label.Name))
            .DistinctBy(match => (match.Chain, match.Address))
            .Take(MostByName);
    }

    private static (ChainId Chain, Address Address)? TryAccount(string text)
    {
        try
        {
            return AccountText.Parse(text, null);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string HintOf(string text)
    {
        if (TxHash.TryParse(text, out _))
        {
            return "The store holds no transaction of this hash. Import the transfers of its chain, or check the hash.";
        }

        try
        {
            AccountText.Parse(text, null);
            return "The store knows nothing of it.";
        }
        catch (FormatException failure)
        {
            return $"{failure.Message} Or type a transaction hash of 64 hex digits, the name of an incident, or part of a label.";
        }
    }
}
