using System.Runtime.InteropServices;

namespace Spoor.Storage.Index.Building;

/// <summary>Counts counterparties on a UTXO chain, where they are across the transaction.</summary>
internal sealed class AcrossPass(BuildPlan plan, ScratchFile<TransactionSide> sides, long addresses, long memory)
{
    /// <returns>For each address, from the first, how many distinct ones stand across from it.</returns>
    internal uint[] Run(CancellationToken cancellation)
    {
        using var pairs = new ScratchFile<Pair>(plan.Scratch("across"));
        using var tallies = new NativeArray<AddressTally>(addresses);
        long windows = (sides.Count * Marshal.SizeOf<TransactionSide>() / memory) + 1;
        for (long window = 0; window < windows; window++)
        {
            Pair(window, windows, pairs, tallies, cancellation);
        }

        pairs.Flush();
        uint[] counts = new uint[addresses];
        var source = new EdgeSource(tallies, pairs, null, true);
        foreach (var (first, count, edges) in EdgeWindow.Divide(tallies, addresses, memory / EdgeWindow.BytesPerEdge))
        {
            using var filled = EdgeWindow.Fill(first, count, edges, source, cancellation);
            for (long i = 0; i < count; i++)
            {
                counts[first + i] = filled.CounterpartiesAt(i);
            }
        }

        return counts;
    }

    // Transactions whose hash falls into the window, whole.
    private void Pair(long window, long windows, ScratchFile<Pair> pairs, NativeArray<AddressTally> tallies, CancellationToken cancellation)
    {
        List<TransactionSide> found = [];
        sides.Read(
            (_, records) =>
            {
                foreach (ref readonly var side in records)
                {
                    if (SlotTable.PageOf(side.High, windows) == window)
                    {
                        found.Add(side);
                    }
                }
            },
            cancellation);
        var sorted = CollectionsMarshal.AsSpan(found);
        sorted.Sort();
        for (int start = 0; start < sorted.Length;)
        {
            int end = start;
            int outputs = start;
            while (end < sorted.Length && sorted[end].High == sorted[start].High && sorted[end].Low == sorted[start].Low)
            {
                outputs += sorted[end].IsOutput == 0 ? 1 : 0;
                end++;
            }

            Pair(sorted[start..outputs], sorted[outputs..end], pairs, tallies);
            start = end;
        }
    }

    private static void Pair(ReadOnlySpan<TransactionSide> inputs, ReadOnlySpan<TransactionSide> outputs, ScratchFile<Pair> pairs, NativeArray<AddressTally> tallies)
    {
        for (int i = 0; i < inputs.Length; i++)
        {
            for (int o = 0; o < outputs.Length; o++)
            {
                var (from, to) = (inputs[i].Number, outputs[o].Number);
                bool isRepeat = (i > 0 && inputs[i - 1].Number == from) || (o > 0 && outputs[o - 1].Number == to);
                if (from != to && !isRepeat)
                {
                    pairs.Add(new(from, to));
                    tallies[from - 1].Edges++;
                    tallies[to - 1].Edges++;
                }
            }
        }
    }
}

/// <summary>An address among the inputs or outputs of a transaction, whose hash is hashed anew.</summary>
internal readonly record struct TransactionSide(ulong High, ulong Low, uint Number, uint IsOutput) : IComparable<TransactionSide>
{
    public int CompareTo(TransactionSide other)
    {
        int order = High.CompareTo(other.High);
        order = order != 0 ? order : Low.CompareTo(other.Low);
        order = order != 0 ? order : IsOutput.CompareTo(other.IsOutput);
        return order != 0 ? order : Number.CompareTo(other.Number);
    }
}
