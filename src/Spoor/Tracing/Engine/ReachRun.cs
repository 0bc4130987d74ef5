using System.Runtime.InteropServices;
using Spoor.Transfers;

namespace Spoor.Tracing.Engine;

/// <summary>One search of a graph, hop by hop, for the earliest arrival at each address.</summary>
/// <remarks>
/// With a limit on hops an early arrival by many hops does not make up for a later one by few: both lead on. So arrivals
/// are corrected layer by layer, and a layer leaves from the arrivals of the layer before it, never from its own.
/// </remarks>
internal sealed class ReachRun
{
    private readonly IPaymentGraph _graph;
    private readonly Dictionary<int, Arrival> _arrivals = [];
    private readonly Dictionary<Address, Position> _since = [];
    private readonly List<int> _improved = [];
    private readonly List<Departure> _departures = [];

    public ReachRun(IPaymentGraph graph, IReadOnlyCollection<ReachSeed> seeds)
    {
        _graph = graph;
        foreach (var seed in seeds)
        {
            bool known = _since.TryGetValue(seed.Address, out var since);
            _since[seed.Address] = known && since <= seed.Since ? since : seed.Since;
        }

        foreach (var (address, since) in _since)
        {
            if (graph.TryNumber(address, out int number))
            {
                Arrive(number, graph.RankFrom(since), 0);
            }
        }
    }

    public ReachedAddress[] Execute(int maxHops, CancellationToken cancellation)
    {
        for (int hop = 1; hop <= maxHops && _improved.Count > 0; hop++)
        {
            Depart();
            foreach (var departure in _departures)
            {
                cancellation.ThrowIfCancellationRequested();
                Follow(departure, hop);
            }
        }

        return Reached();
    }

    private void Depart()
    {
        _departures.Clear();
        foreach (int number in _improved)
        {
            ref var arrival = ref CollectionsMarshal.GetValueRefOrNullRef(_arrivals, number);
            _departures.Add(new(number, arrival.Rank, arrival.Followed));
            arrival.Followed = arrival.Rank;
        }

        _improved.Clear();
    }

    // Payments that an earlier layer followed from a later arrival need not be followed again: they had fewer hops.
    private void Follow(Departure departure, int hop)
    {
        foreach (var payment in _graph.PaymentsOf(departure.Number, departure.FromRank, departure.BeforeRank))
        {
            Arrive(payment.Payee, payment.Rank, hop);
        }
    }

    private void Arrive(int number, int rank, int hop)
    {
        ref var arrival = ref CollectionsMarshal.GetValueRefOrAddDefault(_arrivals, number, out bool known);
        if (known && arrival.Rank <= rank)
        {
            return;
        }

        if (!known || arrival.Improved != hop)
        {
            _improved.Add(number);
        }

        arrival = known
            ? arrival with { Rank = rank, Improved = hop }
            : new() { Rank = rank, Hops = hop, Improved = hop, Followed = int.MaxValue };
    }

    private ReachedAddress[] Reached()
    {
        List<int> numbers = new(_arrivals.Count);
        List<ulong> orders = new(_arrivals.Count);
        foreach (var (number, arrival) in _arrivals)
        {
            if (arrival.Hops > 0)
            {
                numbers.Add(number);
                orders.Add(((ulong)arrival.Hops << 32) | (uint)arrival.Rank);
            }
            else
            {
                BringForward(_graph.AddressAt(number), arrival.Rank);
            }
        }

        var reached = new ReachedAddress[_since.Count + numbers.Count];
        int at = 0;
        foreach (var (address, since) in _since)
        {
            reached[at++] = new(address, 0, since);
        }

        // Whole numbers sort many times faster than addresses and positions do.
        CollectionsMarshal.AsSpan(orders).Sort(CollectionsMarshal.AsSpan(numbers));
        for (int i = 0; i < numbers.Count; i++)
        {
            reached[at++] = new(_graph.AddressAt(numbers[i]), (int)(orders[i] >> 32), _graph.PositionOf((int)(orders[i] & uint.MaxValue)));
        }

        reached.AsSpan(0, _since.Count).Sort(InOrder);
        SortTies(reached, orders);
        return reached;
    }

    // Value can come back to a seed before the moment from which the seed counts.
    private void BringForward(Address seed, int rank)
    {
        if (rank < _graph.RankFrom(_since[seed]))
        {
            _since[seed] = _graph.PositionOf(rank);
        }
    }

    private void SortTies(ReachedAddress[] reached, List<ulong> orders)
    {
        int first = 0;
        for (int i = 1; i <= orders.Count; i++)
        {
            if (i == orders.Count || orders[i] != orders[first])
            {
                reached.AsSpan(_since.Count + first, i - first).Sort(InOrder);
                first = i;
            }
        }
    }

    private static int InOrder(ReachedAddress a, ReachedAddress b)
    {
        int order = a.Earliest.CompareTo(b.Earliest);
        return order != 0 ? order : a.Address.CompareTo(b.Address);
    }

    /// <summary>The best arrival at an address so far.</summary>
    private record struct Arrival
    {
        public int Rank { get; init; }

        public int Hops { get; init; }

        /// <summary>The layer that last improved it.</summary>
        public int Improved { get; init; }

        /// <summary>From this rank on its payments have been followed.</summary>
        public int Followed { get; set; }
    }

    /// <summary>An address whose payments from one rank on, and before another, are to be followed.</summary>
    private readonly record struct Departure(int Number, int FromRank, int BeforeRank);
}
