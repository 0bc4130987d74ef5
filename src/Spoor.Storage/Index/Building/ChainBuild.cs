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
    private readonly ScratchFile<AddressKey> _keys;
    private readonly ScratchFile<byte> _longKeys;
    private readonly int _stride;
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

    /// <param name="before">How far an earlier build had come with the chain; null to begin.</param>
    internal ChainBuild(IndexWriter writer, BuildPlan plan, string chain, IEnumerable<LogRange> ranges, ChainRecord? before)
    {
        (_writer, _plan, _chain) = (writer, plan, chain);
        (_addressSlots, _transactionSlots, _spendSlots, _hasTwins) = (before?.AddressSlots, before?.TransactionSlots, before?.SpendSlots, before?.HasTwins ?? false);
        long rows = ranges.Sum(range => range.Rows);
        _hasOutputs = ranges.Any(range => range.Outputs > 0);
        _stride = IndexLayout.TransferStride(_hasOutputs);
        _cells = new(writer, before?.Cells ?? writer.Reserve(IndexLayout.PagesOf(rows, _stride)), _stride);
        _numbers = new(plan.Seed);
        _pairs = new(plan.Scratch("pairs"), before?.Scratch[0]);
        _transactions = new(plan.Scratch("transactions"), before?.Scratch[1]);
        _spends = new(plan.Scratch("spends"), before?.Scratch[2]);
        _sides = new(plan.Scratch("sides"), before?.Scratch[3]);
        _paid = new(plan.Scratch("paid"), before?.Scratch[4]);
        _keys = new(plan.Scratch("keys"), before?.Scratch[5]);
        _longKeys = new(plan.Scratch("longkeys"), before?.Scratch[6]);
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
        _keys.Dispose();
        _longKeys.Dispose();
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
            cell.From = Take(part, part.FromOf(row), _guesses[2 * (row % Near)]);
            cell.To = Take(part, part.ToOf(row), _guesses[(2 * (row % Near)) + 1]);
            Approach(part, row);
            Count(in cell);
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

    private uint Take(LogPart part, PartyKey key, uint guess)
    {
        uint number = key.Length == 0 ? 0 : _numbers.NumberOf(part.BytesOf(key), key.Hash, guess);
        if (number > _tallies.Length)
        {
            _tallies.Grow(_tallies.Length + (_tallies.Length / 2));
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
