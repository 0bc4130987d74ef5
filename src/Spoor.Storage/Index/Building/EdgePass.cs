using System.Runtime.InteropServices;

namespace Spoor.Storage.Index.Building;

/// <summary>Puts the movements of each address side by side, for as many addresses at a time as memory allows.</summary>
/// <remarks>Movements pass by in order, so that those of an address come in order without being sorted.</remarks>
internal sealed class EdgePass(
    IndexWriter writer, AddressNumbers numbers, EdgeSource source, long memory, int workers)
{
    private long _edges;

    /// <param name="counterparties">Distinct counterparties of addresses on a chain where they are across the transaction; null elsewhere.</param>
    /// <param name="paid">When addresses paid.</param>
    internal (Section Edges, Section Addresses) Run(uint[]? counterparties, PaidPass paid, CancellationToken cancellation)
    {
        for (long i = 0; i < numbers.Count; i++)
        {
            _edges += source.Tallies[i].Edges;
        }

        int stride = IndexLayout.AddressStride(numbers.Longest, source.Marks is not null);
        var edges = new CellWriter(writer, writer.Reserve(IndexLayout.PagesOf(_edges, sizeof(uint))), sizeof(uint));
        var addresses = new CellWriter(writer, writer.Reserve(IndexLayout.PagesOf(numbers.Count, stride)), stride);
        long written = 0;
        long most = Math.Max(1 << 16, Math.Min(memory / workers / EdgeWindow.BytesPerEdge, (_edges + workers - 1) / workers));
        foreach (var batch in EdgeWindow.Divide(source.Tallies, numbers.Count, most).Chunk(workers))
        {
            EdgeWindow[] filled = [.. batch.AsParallel().AsOrdered().WithDegreeOfParallelism(workers).WithCancellation(cancellation)
                .Select(window => EdgeWindow.Fill(window.First, window.Count, window.Edges, source, cancellation))];
            foreach (var window in filled)
            {
                Write(window, edges, addresses, counterparties, paid, ref written);
                window.Dispose();
            }
        }

        edges.Finish();
        addresses.Finish();
        return (edges.Section, addresses.Section);
    }

    private void Write(EdgeWindow window, CellWriter edges, CellWriter addresses, uint[]? counterparties, PaidPass paid, ref long written)
    {
        for (long i = 0; i < window.Edges; i++)
        {
            MemoryMarshal.Write(edges.Next(), window.TransferAt(i));
        }

        Span<byte> room = stackalloc byte[AddressKey.MaxBytes];
        for (long i = 0; i < window.Count; i++)
        {
            var tally = source.Tallies[window.First + i];
            var key = numbers.KeyOf(window.First + i + 1, room);
            var cell = addresses.Next();
            MemoryMarshal.Write(cell, new AddressCell(written, key[0], key.Length - 1, paid.Of(window.First + i))
            {
                Edges = tally.Edges,
                First = tally.First,
                Last = tally.Last,
                Counterparties = counterparties?[window.First + i] ?? window.CounterpartiesAt(i),
            });
            key[1..].CopyTo(cell[Marshal.SizeOf<AddressCell>()..]);
            if (source.Marks is not null)
            {
                MemoryMarshal.Write(cell[^sizeof(uint)..], window.CredibleAt(i));
            }

            written += tally.Edges;
        }
    }
}
