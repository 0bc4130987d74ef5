using System.Collections.Immutable;
using Spoor.Transfers;

namespace Spoor.Detection.Owners;

/// <summary>Withdrawals that were ordered and not yet seen; bounded, found by number or by payment, and copied for nothing.</summary>
internal sealed class ExpectedWithdrawals
{
    /// <summary>The withdrawals kept; beyond that the one that was entered first is forgotten.</summary>
    public const int Most = 100_000;

    public static readonly ExpectedWithdrawals None = new(
        ImmutableSortedDictionary.Create<long, Withdrawal>(), ImmutableDictionary.Create<string, long>(StringComparer.Ordinal), ImmutableDictionary.Create<(AssetId Asset, Address To), ImmutableSortedSet<long>>(), 0);

    private readonly ImmutableSortedDictionary<long, Withdrawal> _all;
    private readonly ImmutableDictionary<string, long> _places;
    private readonly ImmutableDictionary<(AssetId Asset, Address To), ImmutableSortedSet<long>> _payments;
    private readonly long _next;

    private ExpectedWithdrawals(
        ImmutableSortedDictionary<long, Withdrawal> all, ImmutableDictionary<string, long> places,
        ImmutableDictionary<(AssetId Asset, Address To), ImmutableSortedSet<long>> payments, long next)
    {
        (_all, _places, _payments, _next) = (all, places, payments, next);
    }

    /// <summary>In the order they were entered.</summary>
    public IEnumerable<Withdrawal> All => _all.Values;

    public int Count => _all.Count;

    public static ExpectedWithdrawals Of(IEnumerable<Withdrawal> withdrawals) => withdrawals.Aggregate(None, (all, one) => all.With(one));

    public Withdrawal? Find(string id) => _places.TryGetValue(id, out long place) ? _all[place] : null;

    /// <summary>Those of an asset to an address, in the order they were entered.</summary>
    public IEnumerable<Withdrawal> To(AssetId asset, Address to) => _payments.GetValueOrDefault((asset, to), []).Select(place => _all[place]);

    /// <summary>Enters a withdrawal; one with the same number takes the place of the one before.</summary>
    public ExpectedWithdrawals With(Withdrawal withdrawal)
    {
        if (_places.TryGetValue(withdrawal.Id, out long known) && (_all[known].Asset, _all[known].To) == (withdrawal.Asset, withdrawal.To))
        {
            return new(_all.SetItem(known, withdrawal), _places, _payments, _next);
        }

        var room = Without(withdrawal.Id);
        room = room.Count < Most ? room : room.Without(room._all.First().Value.Id);
        var key = (withdrawal.Asset, withdrawal.To);
        return new(
            room._all.Add(_next, withdrawal), room._places.Add(withdrawal.Id, _next),
            room._payments.SetItem(key, room._payments.GetValueOrDefault(key, []).Add(_next)), _next + 1);
    }

    public ExpectedWithdrawals Without(string id)
    {
        if (!_places.TryGetValue(id, out long place))
        {
            return this;
        }

        var gone = _all[place];
        var others = _payments[(gone.Asset, gone.To)].Remove(place);
        return new(
            _all.Remove(place), _places.Remove(id),
            others.IsEmpty ? _payments.Remove((gone.Asset, gone.To)) : _payments.SetItem((gone.Asset, gone.To), others), _next);
    }

    /// <summary>Without those from the front that their chain waits for no more.</summary>
    public ExpectedWithdrawals Without(ChainClocks clocks, TimeSpan memory)
    {
        var left = this;
        while (!left._all.IsEmpty && left._all.First().Value is var oldest && clocks.IsPast(oldest.Asset.Chain, oldest.Ordered, memory))
        {
            left = left.Without(oldest.Id);
        }

        return left;
    }
}
