using System.Collections.Immutable;
using System.Numerics;
using Spoor.Transfers;

namespace Spoor.Detection.Owners;

/// <summary>What an address brought to the owner of one asset within the last weeks, and what of it went back there.</summary>
internal sealed record Brought(Address From, AssetId Asset, DateTimeOffset Last, BigInteger Units, BigInteger Back);

/// <summary>Large amounts that others brought, so that who takes his own back is no stranger; bounded, and copied for nothing.</summary>
internal sealed class BroughtCoins
{
    /// <summary>The addresses kept; beyond that the one that brought longest ago is forgotten.</summary>
    public const int Most = 512;

    /// <summary>What was brought longer ago explains nothing.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(30);

    private ImmutableList<Brought> _all = [];

    /// <summary>In the order they last brought something.</summary>
    public IReadOnlyList<Brought> All => _all;

    public BroughtCoins Clone() => new() { _all = _all };

    public void Add(Brought brought)
    {
        int known = Find(brought.From, brought.Asset);
        if (known >= 0)
        {
            brought = brought with { Units = _all[known].Units + brought.Units, Back = _all[known].Back + brought.Back };
            _all = _all.RemoveAt(known);
        }

        _all = (_all.Count < Most ? _all : _all.RemoveAt(0)).Add(brought);
    }

    /// <summary>Notes what went to an address: of what it brought, so much is its own no more.</summary>
    public void GiveBack(Address to, AssetId asset, BigInteger units)
    {
        int known = Find(to, asset);
        if (known >= 0)
        {
            _all = _all.SetItem(known, _all[known] with { Back = _all[known].Back + units });
        }
    }

    /// <summary>What an address brought of an asset; null for nothing worth keeping.</summary>
    public Brought? Of(Address from, AssetId asset) => Find(from, asset) is >= 0 and var known ? _all[known] : null;

    public void Forget(DateTimeOffset before)
    {
        while (_all.Count > 0 && _all[0].Last < before)
        {
            _all = _all.RemoveAt(0);
        }
    }

    private int Find(Address address, AssetId asset)
    {
        int place = 0;
        foreach (var brought in _all)
        {
            if (brought.From == address && brought.Asset == asset)
            {
                return place;
            }

            place++;
        }

        return -1;
    }
}
