using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using Spoor.Transfers;

namespace Spoor.Storage.Index.Building;

/// <summary>Takes the parts of one chain in order: numbers addresses, writes movements, and notes what the other sections need.</summary>
internal sealed partial class ChainBuild : IDisposable
{
    // Rows ahead.
    private const int Far = 16;
    private const int Near = 8;

    private readonly IndexWriter _writer;
    private readonly BuildPlan _plan;
    private readonly string _chain;
    private readonly bool _hasOutputs;
    private readonly CellWriter _cells;
    private readonly AddressNumbers _numbers;
    private readonly NativeArray<AddressTally> _tallies = new(16_384);
    private readonly ScratchFile<Pair> _pairs;
    private readonly ScratchFile<HashedNumber> _transactions;
    private readonly ScratchFile<HashedNumber> _spends;
    private readonly ScratchFile<TransactionSide> _sides;
    private readonly ScratchFile<PaidHour> _paid;
    private readonly List<string> _assets = [];
    private readonly Dictionary<string, uint> _assetNumbers = [];
    // What the addresses of the next rows are probably numbered.
    private readonly uint[] _guesses = new uint[2 * Near];
    private HashBytes _lastTx;
    private ulong _lastHash;
    private ChainExtent _extent = ChainExtent.None;
    private readonly List<bool> _listed = [];
    private readonly CredibleMarks _marks;
    private long _transfers;

    internal ChainBuild(IndexWriter writer, BuildPlan plan, string chain, IEnumerable<LogRange> ranges)
    {
        (_writer, _plan, _chain) = (writer, plan, chain);
        long rows = ranges.Sum(range => range.Rows);
        _hasOutputs = ranges.Any(range => range.Outputs > 0);
        int stride = IndexLayout.TransferStride(_hasOutputs);
        _cells = new(writer, writer.Reserve(IndexLayout.PagesOf(rows, stride)), stride);
        _numbers = new(plan.Seed);
        _pairs = new(plan.Scratch("pairs"));
        _transactions = new(plan.Scratch("transactions"));
        _spends = new(plan.Scratch("spends"));
        _sides = new(plan.Scratch("sides"));
        _paid = new(plan.Scratch("paid"));
        _marks = new(rows);
        if (rows > IndexLayout.MostOfChain)
        {
            throw new InvalidOperationException($"{chain} has {rows} transfers; an index has room for {IndexLayout.MostOfChain}.");
        }
    }

    public void Dispose()
    {
        _numbers.Dispose();
        _tallies.Dispose();
        _pairs.Dispose();
        _transactions.Dispose();
        _spends.Dispose();
        _sides.Dispose();
        _paid.Dispose();
        _marks.Dispose();
    }

    internal void Add(LogPart part)
    {
        uint[] assets = [.. part.Assets.Select(NumberOf)];
        Array.Clear(_guesses);
        for (int row = 0; row < part.Count; row++)
        {
            ref var cell = ref part.CellAt(row);
            cell.Asset = assets[cell.Asset];
            _extent = _extent.With(cell.Block, cell.Time);
            _marks.Note(_transfers, in cell, _listed[(int)cell.Asset]);
            cell.From = Take(part, part.FromOf(row), cell.Time, _guesses[2 * (row % Near)]);
            cell.To = Take(part, part.ToOf(row), cell.Time, _guesses[(2 * (row % Near)) + 1], cell.From);
            Approach(part, row);
            NoteKeys(part, row, in cell);
            NotePayment(in cell);
            NoteSide(in cell);
            _pairs.Add(new(cell.From, cell.To));
            var room = _cells.Next();
            MemoryMarshal.Write(room, in cell);
            if (cell.HasOutput)
            {
                MemoryMarshal.Write(room[Marshal.SizeOf<TransferCell>()..], in part.OutputAt(row));
            }

            _transfers++;
        }

        _plan.HoldTo(_numbers.Bytes + _tallies.Bytes);
    }

    // A look-up of an address waits for memory three times; asked for some rows before, the waits pass beside the work.
    private void Approach(LogPart part, int row)
    {
        if (row + Far < part.Count)
        {
            _numbers.Approach(part.FromOf(row + Far).Hash);
            _numbers.Approach(part.ToOf(row + Far).Hash);
        }

        bool isNear = row + Near < part.Count;
        _guesses[2 * (row % Near)] = isNear ? Guess(part.FromOf(row + Near)) : 0;
        _guesses[(2 * (row % Near)) + 1] = isNear ? Guess(part.ToOf(row + Near)) : 0;
    }

    private unsafe uint Guess(PartyKey key)
    {
        uint number = key.Length == 0 ? 0 : _numbers.ApproachKey(key.Hash);
        if (Sse.IsSupported && number != 0)
        {
            Sse.Prefetch0(_tallies.Pointer + number - 1);
        }

        return number;
    }

    private void NoteKeys(LogPart part, int row, in TransferCell cell)
    {
        if (_transfers == 0 || cell.Tx != _lastTx)
        {
            _lastTx = cell.Tx;
            _lastHash = IndexLayout.Hash(Bytes(in cell.Tx), _plan.Seed);
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
            _tallies[cell.From - 1].Paid++;
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

    private static ReadOnlySpan<byte> Bytes(in HashBytes hash) => MemoryMarshal.AsBytes(new ReadOnlySpan<HashBytes>(in hash));

    // A movement to oneself is one edge.
    private uint Take(LogPart part, PartyKey key, long time, uint guess, uint other = 0)
    {
        if (key.Length == 0)
        {
            return 0;
        }

        uint number = _numbers.NumberOf(part.BytesOf(key), key.Hash, guess);
        if (number > _tallies.Length)
        {
            _tallies.Grow(_tallies.Length + (_tallies.Length / 2));
        }

        ref var tally = ref _tallies[number - 1];
        if (number != other)
        {
            bool isFirst = tally.Edges++ == 0;
            tally.First = isFirst || time < tally.First ? time : tally.First;
            tally.Last = isFirst || time > tally.Last ? time : tally.Last;
        }

        return number;
    }

    private uint NumberOf(string asset)
    {
        if (!_assetNumbers.TryGetValue(asset, out uint number))
        {
            _assetNumbers[asset] = number = (uint)_assets.Count;
            _assets.Add(asset);
            _listed.Add(_plan.IsListed(new(ChainId.Parse(_chain), asset)));
        }

        return number;
    }
}
