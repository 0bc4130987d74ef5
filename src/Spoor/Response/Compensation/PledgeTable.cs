using Spoor.Transfers;

namespace Spoor.Response.Compensation;

/// <summary>What each customer is promised, asset by asset, as it was when the compensation was opened.</summary>
public sealed class PledgeTable
{
    private readonly UInt128[][] _columns;
    private readonly Dictionary<string, int> _assetPlaces;
    private Dictionary<string, int>? _customerPlaces;

    /// <exception cref="OverflowException">The pledges of an asset sum to 2^128 units or more.</exception>
    public PledgeTable(IReadOnlyList<string> customers, IReadOnlyList<(string Code, int Decimals)> assets, UInt128[][] columns)
    {
        Customers = customers;
        _columns = columns;
        Assets = [.. assets.Select((asset, place) => new PledgedAsset(asset.Code, asset.Decimals, new(SumOf(columns[place]))))];
        _assetPlaces = Assets.Select((asset, place) => (asset.Code, place)).ToDictionary(pair => pair.Code, pair => pair.place, StringComparer.Ordinal);
    }

    public IReadOnlyList<string> Customers { get; }

    public IReadOnlyList<PledgedAsset> Assets { get; }

    public ReadOnlySpan<UInt128> Column(int asset) => _columns[asset];

    internal UInt128[] Units(int asset) => _columns[asset];

    public Amount Of(int customer, int asset) => new(_columns[asset][customer]);

    public bool TryFindAsset(string code, out int asset) => _assetPlaces.TryGetValue(code, out asset);

    public bool TryFindCustomer(string name, out int customer)
    {
        _customerPlaces ??= Customers.Select((one, place) => (one, place)).ToDictionary(pair => pair.one, pair => pair.place, StringComparer.Ordinal);
        return _customerPlaces.TryGetValue(name, out customer);
    }

    private static UInt128 SumOf(UInt128[] column)
    {
        var sum = UInt128.Zero;
        foreach (var units in column)
        {
            sum += units;
        }

        return sum;
    }
}
