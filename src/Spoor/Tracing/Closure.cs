using System.Numerics;
using Spoor.Transfers;

namespace Spoor.Tracing;

/// <summary>Which addresses payments lead to within some hops, whatever their order: what a search for ties starts from.</summary>
/// <remarks>
/// It is never less than <see cref="Reach"/>, and cheaper: each address is left once, so that a closure over most of a chain costs one look at each of its
/// payments. An address is one bit of its hop, and a hop is left in order of number: payments are read as they lie in memory.
/// </remarks>
public static class Closure
{
    private const int Bits = 64;

    /// <summary>Addresses by number, nearest first, those of one hop in order; the seeds come first.</summary>
    /// <returns>The numbers, and where in them each hop begins; the last entry is their count.</returns>
    public static (int[] Numbers, IReadOnlyList<int> Starts) From(TransferGraph graph, IEnumerable<Address> seeds, int maxHops)
    {
        ulong[] hop = new ulong[(graph.AddressCount + Bits - 1) / Bits];
        foreach (var seed in seeds)
        {
            if (graph.TryNumber(seed, out int number))
            {
                Add(hop, number);
            }
        }

        ulong[] known = [.. hop];
        List<int> numbers = [];
        List<int> starts = [0];
        AddRange(numbers, hop);
        starts.Add(numbers.Count);
        for (int left = 0; left < maxHops && starts[^1] > starts[^2]; left++)
        {
            ulong[] next = new ulong[hop.Length];
            for (int i = starts[^2]; i < starts[^1]; i++)
            {
                // Whether it is known already is asked for all of them at once: here it would be a guess at every payment.
                foreach (ref readonly var payment in graph.PaymentsOf(numbers[i]))
                {
                    Add(next, payment.Payee);
                }
            }

            Forget(next, known);
            AddRange(numbers, next);
            starts.Add(numbers.Count);
        }

        return ([.. numbers], starts);
    }

    private static void Add(ulong[] set, int number) => set[(int)((uint)number / Bits)] |= 1UL << number;

    // What was known is no part of the next hop, and what is next is known from now on.
    private static void Forget(ulong[] next, ulong[] known)
    {
        for (int i = 0; i < next.Length; i++)
        {
            next[i] &= ~known[i];
            known[i] |= next[i];
        }
    }

    private static void AddRange(List<int> numbers, ulong[] set)
    {
        for (int i = 0; i < set.Length; i++)
        {
            for (ulong rest = set[i]; rest != 0; rest &= rest - 1)
            {
                numbers.Add((i * Bits) + BitOperations.TrailingZeroCount(rest));
            }
        }
    }
}
