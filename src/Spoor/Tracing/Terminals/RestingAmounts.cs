using Spoor.Transfers;

namespace Spoor.Tracing.Terminals;

/// <summary>What rests at each place of a trace, by stolen asset; the parts that have no address are listed on their own.</summary>
internal sealed class RestingAmounts
{
    private readonly Dictionary<(ChainId, Address), SortedDictionary<AssetId, Amount>> _amounts = [];
    private readonly Dictionary<int, AssetId> _assets;

    public RestingAmounts(Trace trace)
    {
        _assets = trace.Thefts.ToDictionary(theft => theft.Number, theft => theft.Asset);
        foreach (var holding in trace.Holdings)
        {
            foreach (var (theft, amount) in holding.Rests.Where(rest => !rest.Value.IsZero))
            {
                if (holding.Address is { } address)
                {
                    Add(holding.Asset.Chain, address, _assets[theft], amount);
                }
            }
        }
    }

    public IEnumerable<(ChainId Chain, Address Address)> Places => _amounts.Keys;

    public Amount Of(ChainId chain, Address address, AssetId asset) => _amounts.GetValueOrDefault((chain, address))?.GetValueOrDefault(asset) ?? Amount.Zero;

    public IReadOnlyList<KeyValuePair<AssetId, Amount>> Of(ChainId chain, Address address) =>
        _amounts.TryGetValue((chain, address), out var amounts) ? [.. amounts.Where(amount => !amount.Value.IsZero)] : [];

    public AssetId AssetOf(int theft) => _assets[theft];

    /// <summary>Counts to one place what another holds, as far as it holds that.</summary>
    public void Move(ChainId chain, Address from, Address to, AssetId asset, Amount amount)
    {
        var moved = new Amount(UInt128.Min(amount.Units, Of(chain, from, asset).Units));
        if (!moved.IsZero)
        {
            _amounts[(chain, from)][asset] -= moved;
            Add(chain, to, asset, moved);
        }
    }

    private void Add(ChainId chain, Address address, AssetId asset, Amount amount)
    {
        if (!_amounts.TryGetValue((chain, address), out var amounts))
        {
            _amounts[(chain, address)] = amounts = [];
        }

        amounts[asset] = amounts.GetValueOrDefault(asset) + amount;
    }
}
