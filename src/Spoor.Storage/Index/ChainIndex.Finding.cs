using System.Runtime.InteropServices;
using Spoor.Transfers;

namespace Spoor.Storage.Index;

/// <content>Movements by transaction and by the output they spend, and what is read ahead.</content>
internal sealed unsafe partial class ChainIndex
{
    // A service has more movements than anybody will follow.
    private const long MostReadAhead = 512;

    /// <summary>Adds the movements of a transaction; those that stand side by side are found as one.</summary>
    internal void AddTransaction(TxHash transaction, List<uint> found)
    {
        byte[] key = transaction.ToBytes();
        if (_catalog.RunsAreTransactions && _transactions.Of(key) is not 0 and var seen && IsOf(CellAt(seen - 1), key))
        {
            AddRun(seen - 1, key, found);
            return;
        }

        var search = SlotsOf(_catalog.TransactionSlots, IndexLayout.Hash(key, _catalog.Seed));
        for (uint number = search.Next(); number != 0; number = search.Next())
        {
            for (uint next = number - 1; next < _catalog.Transfers && IsOf(CellAt(next), key); next++)
            {
                found.Add(next);
            }
        }
    }

    private void AddRun(uint first, byte[] key, List<uint> found)
    {
        while (first > 0 && IsOf(CellAt(first - 1), key))
        {
            first--;
        }

        for (uint next = first; next < _catalog.Transfers && IsOf(CellAt(next), key); next++)
        {
            found.Add(next);
        }
    }

    /// <summary>Adds the inputs that spend an output.</summary>
    internal void AddSpends(Outpoint output, List<uint> found)
    {
        if (!_catalog.HasOutputs)
        {
            return;
        }

        var search = SlotsOf(_catalog.SpendSlots, HashOf(output, _catalog.Seed));
        for (uint number = search.Next(); number != 0; number = search.Next())
        {
            if (OutputOf(CellAt(number - 1)) == output)
            {
                found.Add(number - 1);
            }
        }
    }

    internal static ulong HashOf(Outpoint output, ulong seed)
    {
        Span<byte> key = stackalloc byte[TxHash.Bytes + sizeof(int)];
        output.Tx.ToBytes().CopyTo(key);
        MemoryMarshal.Write(key[TxHash.Bytes..], output.Index);
        return IndexLayout.Hash(key, seed);
    }

    /// <summary>Movements of an address, and from now on what those it dealt with will be asked for.</summary>
    internal Transfer[] HistoryOf(uint number)
    {
        var edges = EdgesOf(number);
        var history = new Transfer[edges.Length];
        bool isSmall = edges.Length <= MostReadAhead;
        if (isSmall)
        {
            Expect(edges);
        }

        var address = AddressOf(number);
        for (int i = 0; i < history.Length; i++)
        {
            var cell = CellAt(edges[i]);
            if (isSmall && cell->From == number && cell->To != 0)
            {
                _readAhead.Add(cell->To);
            }

            history[i] = Read(edges[i], (number, address));
        }

        return history;
    }

    /// <summary>Whether an address paid the chain's coin, or a fee, in a transaction.</summary>
    internal bool Paid(uint number, TxHash transaction)
    {
        List<uint> found = [];
        AddTransaction(transaction, found);
        return found.Exists(transfer => IsPaidBy(CellAt(transfer), number));
    }

    /// <summary>The days on which it did.</summary>
    internal HashSet<int> DaysPaid(uint number)
    {
        HashSet<int> days = [];
        foreach (uint edge in EdgesOf(number))
        {
            var cell = CellAt(edge);
            if (IsPaidBy(cell, number))
            {
                days.Add(PaidDays.DayOf(TimeOf(cell->Time)));
            }
        }

        return days;
    }

    private static bool IsPaidBy(TransferCell* cell, uint number) => cell->From == number && (TransferKind)cell->Kind != TransferKind.Token;

    private void Touch(uint number)
    {
        var cell = AddressAt(number);
        if (cell->Edges > MostReadAhead)
        {
            return;
        }

        Expect(EdgesOf(number));
    }

    // Movements of an address lie apart, as do those it dealt with: asked for together, they cost two waits for the disk, or for memory, instead of one each.
    private void Expect(ReadOnlySpan<uint> edges)
    {
        foreach (uint edge in edges)
        {
            _pages.Expect(PageOf(edge), OffsetOf(edge));
        }

        foreach (uint edge in edges)
        {
            var cell = CellAt(edge);
            ExpectAddress(cell->From);
            ExpectAddress(cell->To);
        }
    }

    private void ExpectAddress(uint number)
    {
        if (number != 0)
        {
            _pages.Expect(PageOfAddress(number), OffsetOfAddress(number));
        }
    }

    private static bool IsOf(TransferCell* cell, ReadOnlySpan<byte> hash) => new ReadOnlySpan<byte>(&cell->Tx, TxHash.Bytes).SequenceEqual(hash);
}
