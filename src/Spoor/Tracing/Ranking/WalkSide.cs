using System.Runtime.InteropServices;
using Spoor.Transfers;

namespace Spoor.Tracing.Ranking;

/// <summary>The payments of one address on one side, in the order in which mass can go with them.</summary>
/// <remarks>
/// Going on, that is from the earliest to the latest; going back, from the latest to the earliest. Every payment knows
/// what it and all later ones of its asset weigh together, so that one pass over the side shares out any number of chips.
/// </remarks>
internal sealed class WalkSide
{
    public const int None = -1;

    private readonly bool _onward;
    private readonly WeighedPayment[] _payments;
    private readonly double[] _weightFrom;
    private readonly int[] _local;
    private readonly int[] _entryAfterSwap;
    private readonly Dictionary<int, List<int>> _byAsset = [];

    /// <param name="payments">In order of position; ties in an order that depends on nothing but their content.</param>
    /// <param name="onward">Whether mass goes with time.</param>
    public WalkSide(List<WeighedPayment> payments, bool onward)
    {
        _onward = onward;
        _payments = [.. payments];
        if (!onward)
        {
            Array.Reverse(_payments);
        }

        _weightFrom = new double[_payments.Length];
        _local = new int[_payments.Length];
        _entryAfterSwap = new int[_payments.Length];
        Index();
    }

    public ReadOnlySpan<WeighedPayment> Payments => _payments;

    public int AssetCount => _byAsset.Count;

    public IEnumerable<int> Assets => _byAsset.Keys;

    public int LocalAsset(int at) => _local[at];

    public double WeightFrom(int at) => _weightFrom[at];

    /// <summary>Where mass that is swapped with this payment goes on; <see cref="None"/> when it does not.</summary>
    public int EntryAfterSwap(int at) => _entryAfterSwap[at];

    /// <summary>The first payment of an asset beyond a position; <see cref="None"/> when there is none.</summary>
    public int EntryOf(int asset, Position beyond)
    {
        if (!_byAsset.TryGetValue(asset, out var places))
        {
            return None;
        }

        int low = 0;
        int high = places.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (IsBeyond(_payments[places[middle]].At, beyond))
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low < places.Count ? places[low] : None;
    }

    private bool IsBeyond(Position position, Position other) => _onward ? position > other : position < other;

    // From the end, so that the small payments after a large one are not lost in the difference of two large sums.
    private void Index()
    {
        for (int i = 0; i < _payments.Length; i++)
        {
            ref var places = ref CollectionsMarshal.GetValueRefOrAddDefault(_byAsset, _payments[i].Asset, out _);
            places ??= [];
            places.Add(i);
        }

        int local = 0;
        foreach (var places in _byAsset.Values)
        {
            double weight = 0;
            for (int k = places.Count - 1; k >= 0; k--)
            {
                int at = places[k];
                weight += _payments[at].Weight;
                _weightFrom[at] = weight;
                _local[at] = local;
            }

            local++;
        }

        for (int i = 0; i < _payments.Length; i++)
        {
            var payment = _payments[i];
            _entryAfterSwap[i] = payment.SwappedFor == WeighedPayment.NoSwap ? None : EntryOf(payment.SwappedFor, payment.At);
        }
    }
}
