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
    internal async Task<(Section Edges, Section Addresses)> RunAsync(uint[]? counterparties, PaidPass paid, CancellationToken cancellation)
    {
        for (long i = 0; i < numbers.Count; i++)
        {
            _edges += source.Tallies[i].Edges;
        }

        int stride = IndexLayout.AddressStride(numbers.Longest, source.Marks is not null);
        var edges = new CellWriter(writer, writer.Reserve(IndexLayout.PagesOf(_edges, sizeof(uint))), sizeof(uint));
        var addresses = new CellWriter(writer, writer.Reserve(IndexLayout.PagesOf(numbers.Count, stride)), stride);
        long written = 0;

        // Beside those that are filled, one is written.
        long most = Math.Max(1 << 16, Math.Min(memory / (workers + 1) / EdgeWindow.BytesPerEdge, (_edges + workers - 1) / workers));
        using var windows = EdgeWindow.Divide(source.Tallies, numbers.Count, most).GetEnumerator();
        await using var filling = new Ahead<EdgeWindow>(cancellation);
        for (int worker = 0; worker < workers; worker++)
        {
            Start(windows, filling, cancellation);
        }

        while (!filling.IsEmpty)
        {
            using var window = await filling.NextAsync();
            Start(windows, filling, cancellation);
            Write(window, edges, addresses, counterparties, paid, ref written);
        }

        edges.Finish();
        addresses.Finish();
        return (edges.Section, addresses.Section);
    }

    private void Start(IEnumerator<(long First, long Count, long Edges)> windows, Ahead<EdgeWindow> filling, CancellationToken cancellation)
    {
        if (windows.MoveNext())
        {
            var (first, count, edges) = windows.Current;
            filling.Start(() => EdgeWindow.Fill(first, count, edges, source, cancellation));
        }
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
