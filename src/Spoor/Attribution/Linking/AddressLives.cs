using Spoor.Transfers;

namespace Spoor.Attribution.Linking;

/// <summary>The lives of the addresses that links rest on, each read once.</summary>
internal sealed class AddressLives(LinkGround ground)
{
    // Beyond it nobody reads the dealings one by one, and the counterparties alone decide.
    private const long MaxTransfers = 20_000;

    private readonly Dictionary<Address, AddressLife> _lives = [];

    public AddressLife Of(Address key) => _lives.GetValueOrDefault(key) ?? AddressLife.Unknown;

    /// <summary>Reads those of the keys that are not read yet, one call a chain.</summary>
    public async Task ReadAsync(IEnumerable<Address> keys, CancellationToken cancellation)
    {
        var wanted = keys.Where(key => !_lives.ContainsKey(key)).Distinct().ToList();
        if (ground.Store is not { } store || wanted.Count == 0)
        {
            return;
        }

        var activities = new List<(Address Form, ChainId Chain, Activity Activity)>();
        var transfers = new List<Transfer>();
        foreach (var chain in ground.Held)
        {
            var forms = wanted.SelectMany(KeyIdentity.FormsOf).Where(form => KeyIdentity.FitsChain(form, chain)).ToList();
            var onChain = await store.ActivityOfAsync(chain, forms, cancellation);
            activities.AddRange(onChain.Select(one => (one.Key, chain, one.Value)));
            var quiet = onChain.Where(one => one.Value.Transfers <= MaxTransfers && !ground.Parameters.Stops.IsBusy(one.Value)).Select(one => one.Key).ToList();
            transfers.AddRange(await store.TransfersOfAsync(chain, quiet, cancellation));
        }

        foreach (var key in wanted)
        {
            _lives[key] = LifeOf(key, activities, transfers);
        }
    }

    private static AddressLife LifeOf(
        Address key, List<(Address Form, ChainId Chain, Activity Activity)> activities, List<Transfer> transfers)
    {
        var forms = KeyIdentity.FormsOf(key);
        var own = transfers.Where(transfer => Has(transfer.From) || Has(transfer.To)).ToList();
        return new()
        {
            Forms = forms,
            Activities = activities.Where(one => forms.Contains(one.Form)).GroupBy(one => one.Chain)
                .ToDictionary(ofChain => ofChain.Key, ofChain => ofChain.MaxBy(one => one.Activity.Transfers).Activity),
            Transfers = own,
        };

        bool Has(Address? party) => party is { } one && forms.Contains(one);
    }
}
