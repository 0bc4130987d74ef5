using System.Collections;
using Spoor.Transfers;

namespace Spoor.Response.Compensation;

/// <summary>Takes in balances one by one, in any order, each customer and asset once.</summary>
public sealed class BalanceTableBuilder
{
    /// <summary>More customers than the largest exchanges report to have with a balance; what stands in the file bounds the memory.</summary>
    public const int MaxCustomers = 1 << 25;

    private const int FirstRoom = 1 << 10;

    private readonly List<string> _customers = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _placesBySpan;
    private readonly UInt128[] _totals;
    private readonly UInt128[][] _columns;
    private readonly BitArray[] _isKnown;

    public BalanceTableBuilder(int assets)
    {
        _placesBySpan = _places.GetAlternateLookup<ReadOnlySpan<char>>();
        _totals = new UInt128[assets];
        _columns = [.. Enumerable.Range(0, assets).Select(_ => new UInt128[FirstRoom])];
        _isKnown = [.. Enumerable.Range(0, assets).Select(_ => new BitArray(FirstRoom))];
    }

    public int Customers => _customers.Count;

    /// <summary>The place of a customer, who is new where nobody named them before.</summary>
    public int PlaceOf(ReadOnlySpan<char> customer)
    {
        // Files are mostly sorted by customer, and the one before is found without a look-up.
        if (_customers.Count > 0 && customer.SequenceEqual(_customers[^1]))
        {
            return _customers.Count - 1;
        }

        if (_placesBySpan.TryGetValue(customer, out int known))
        {
            return known;
        }

        int place = _customers.Count;
        string name = customer.ToString();
        _customers.Add(name);
        _places.Add(name, place);
        if (place == _columns.FirstOrDefault([]).Length)
        {
            Grow(place * 2);
        }

        return place;
    }

    /// <summary>False, and nothing is changed, where the balance is known already or the sum of the asset would reach 2^128.</summary>
    public bool TryAdd(int customer, int asset, UInt128 units, out BalanceRefusal refusal)
    {
        refusal = _isKnown[asset][customer] ? BalanceRefusal.Twice : BalanceRefusal.Overflow;
        if (refusal == BalanceRefusal.Twice || units > UInt128.MaxValue - _totals[asset])
        {
            return false;
        }

        _isKnown[asset][customer] = true;
        _columns[asset][customer] = units;
        _totals[asset] += units;
        return true;
    }

    /// <summary>Ends the taking in; the builder gives its columns away and is not to be used again.</summary>
    public BalanceTable Build()
    {
        for (int asset = 0; asset < _columns.Length; asset++)
        {
            Array.Resize(ref _columns[asset], _customers.Count);
        }

        return new(_customers, _columns, [.. _totals.Select(total => new Amount(total))]);
    }

    private void Grow(int room)
    {
        for (int asset = 0; asset < _columns.Length; asset++)
        {
            Array.Resize(ref _columns[asset], room);
            _isKnown[asset].Length = room;
        }
    }
}
