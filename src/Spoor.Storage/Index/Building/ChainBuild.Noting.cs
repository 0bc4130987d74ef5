using System.IO.Hashing;
using System.Runtime.InteropServices;
using Spoor.Transfers;

namespace Spoor.Storage.Index.Building;

/// <content>What is counted and noted of each movement.</content>
internal sealed partial class ChainBuild
{
    // All that can be told again from a movement as it lies in the file.
    private void Count(in TransferCell cell)
    {
        _extent = _extent.With(cell.Block, cell.Time);
        _marks.Note(_transfers, in cell, _listed[(int)cell.Asset]);
        Count(cell.From, cell.Time);

        // A movement to oneself is one edge.
        Count(cell.To == cell.From ? 0 : cell.To, cell.Time);
        if (cell.From != 0 && (TransferKind)cell.Kind != TransferKind.Token)
        {
            _tallies[cell.From - 1].Paid++;
        }
    }

    private void Count(uint number, long time)
    {
        if (number != 0)
        {
            ref var tally = ref _tallies[number - 1];
            bool isFirst = tally.Edges++ == 0;
            tally.First = isFirst || time < tally.First ? time : tally.First;
            tally.Last = isFirst || time > tally.Last ? time : tally.Last;
        }
    }

    private void NoteKeys(LogPart part, int row, in TransferCell cell)
    {
        if (_transfers == 0 || cell.Tx != _lastTx)
        {
            _lastTx = cell.Tx;
            _lastHash = HashOf(in cell.Tx);
            _transactions.Add(new(_lastHash, (ulong)_transfers + 1));
        }

        if (cell.HasOutput && (TransferKind)cell.Kind == TransferKind.UtxoIn)
        {
            var output = MemoryMarshal.AsBytes(new ReadOnlySpan<OutputCell>(in part.OutputAt(row)))[..(TxHash.Bytes + sizeof(int))];
            _spends.Add(new(IndexLayout.Hash(output, _plan.Seed), (ulong)_transfers + 1));
        }
    }

    // A token can be made to name anybody as its sender.
    private void NotePayment(in TransferCell cell)
    {
        if (cell.From != 0 && (TransferKind)cell.Kind != TransferKind.Token)
        {
            _paid.Add(new(_lastHash, cell.From, PaidHour.Of(cell.Time)));
        }
    }

    // Of a UTXO chain: a row has one side, the other is the rest of its transaction. What has both sides counts as a transaction of its own.
    private void NoteSide(in TransferCell cell)
    {
        if (!_hasOutputs)
        {
            return;
        }

        bool isUtxo = (TransferKind)cell.Kind is TransferKind.UtxoIn or TransferKind.UtxoOut;
        uint output = (TransferKind)cell.Kind == TransferKind.UtxoOut ? 1u : 0;
        long seed = unchecked((long)_plan.Seed);
        var hash = isUtxo ? XxHash128.HashToUInt128(Bytes(in cell.Tx), seed) : XxHash128.HashToUInt128(BitConverter.GetBytes(_transfers), seed);
        if (isUtxo || _marks.IsCredible(_transfers, coins: true))
        {
            Add(cell.From, output);
            Add(cell.To, isUtxo ? output : 1);
        }

        void Add(uint number, uint isOutput)
        {
            if (number != 0)
            {
                _sides.Add(new((ulong)(hash >> 64), unchecked((ulong)hash), number, isOutput));
            }
        }
    }

    private ulong HashOf(in HashBytes transaction) => IndexLayout.Hash(Bytes(in transaction), _plan.Seed);

    private static ReadOnlySpan<byte> Bytes(in HashBytes hash) => MemoryMarshal.AsBytes(new ReadOnlySpan<HashBytes>(in hash));
}
