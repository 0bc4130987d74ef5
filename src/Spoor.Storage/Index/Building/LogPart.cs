using System.Runtime.InteropServices;
using System.Text;
using DuckDB.NET.Native;
using static DuckDB.NET.Native.NativeMethods;

namespace Spoor.Storage.Index.Building;

/// <summary>The rows of one range, their addresses still as bytes; used for one range after the other.</summary>
internal sealed unsafe partial class LogPart(ulong seed)
{
    private const int BytesOfKeys = 48;

    private TransferCell[] _cells = [];
    private PartyKey[] _parties = [];
    private OutputCell[] _outputs = [];
    private byte[] _keys = [];
    private int _keysUsed;
    private readonly List<string> _assets = [];
    private readonly Dictionary<ulong, uint> _assetsByHash = [];

    internal LogRange Range { get; private set; } = LogRange.None;

    internal int Count { get; private set; }

    internal IReadOnlyList<string> Assets => _assets;

    internal ref TransferCell CellAt(int row) => ref _cells[row];

    internal ref OutputCell OutputAt(int row) => ref _outputs[row];

    internal PartyKey FromOf(int row) => _parties[2 * row];

    internal PartyKey ToOf(int row) => _parties[(2 * row) + 1];

    /// <summary>Kind and bytes of an address; empty for none.</summary>
    internal ReadOnlySpan<byte> BytesOf(PartyKey key) => _keys.AsSpan(key.At, key.Length);

    /// <summary>Forgets the rows it has; their room is used again, since fresh memory costs more than filling it.</summary>
    internal void Begin(LogRange range)
    {
        (Range, Count, _keysUsed) = (range, 0, 1);
        if (_cells.Length < range.Rows)
        {
            (_cells, _parties, _outputs) = (new TransferCell[range.Rows], new PartyKey[2 * range.Rows], []);
            _keys = new byte[BytesOfKeys * range.Rows];
        }

        _assets.Clear();
        _assetsByHash.Clear();
    }

    internal void Add(DuckDBDataChunk chunk)
    {
        int rows = (int)DataChunks.DuckDBDataChunkGetSize(chunk);
        var vectors = new RowVectors(chunk);
        for (int row = 0; row < rows && Count < Range.Rows; row++, Count++)
        {
            Add(vectors, row);
        }
    }

    private void Add(in RowVectors vectors, int row)
    {
        ref var cell = ref _cells[Count];
        cell.Tx = MemoryMarshal.Read<HashBytes>(RowVectors.Bytes(vectors.Tx, row));
        cell.Block = vectors.Block[row];
        cell.Time = vectors.Time[row];
        cell.UnitsLow = vectors.Amount[2 * row];
        cell.UnitsHigh = vectors.Amount[(2 * row) + 1];
        cell.Transaction = vectors.Transaction[row];
        cell.Index = vectors.Index[row];
        cell.Asset = NumberOf(RowVectors.Bytes(vectors.Asset, row));
        bool hasOutput = RowVectors.IsValid(vectors.OutputValid, row);
        cell.Traits = TraitsOf(vectors, row) | (hasOutput ? 1u << 7 : 0);
        _parties[2 * Count] = KeyOf(vectors.Sender, vectors.SenderValid, row);
        _parties[(2 * Count) + 1] = KeyOf(vectors.Recipient, vectors.RecipientValid, row);
        if (hasOutput)
        {
            _outputs = _outputs.Length == 0 ? new OutputCell[_cells.Length] : _outputs;
            _outputs[Count] = new() { Tx = MemoryMarshal.Read<HashBytes>(RowVectors.Bytes(vectors.OutputTx, row)), Index = vectors.OutputIndex[row] };
        }
    }

    private static uint TraitsOf(in RowVectors vectors, int row)
    {
        const int MostOccurrences = 1 << 24;
        var (phase, kind, quality, occurrence) = (vectors.Phase[row], vectors.Kind[row], vectors.Quality[row], vectors.Occurrence[row]);
        return phase < 4 && kind < 8 && quality < 4 && (uint)occurrence < MostOccurrences
            ? phase | ((uint)kind << 2) | ((uint)quality << 5) | ((uint)occurrence << 8)
            : throw new InvalidOperationException($"A row has phase {phase}, kind {kind}, quality {quality} and occurrence {occurrence}; an index has no room for one of them.");
    }

    private PartyKey KeyOf(byte* column, ulong* validity, int row)
    {
        if (!RowVectors.IsValid(validity, row))
        {
            return default;
        }

        var bytes = RowVectors.Bytes(column, row);
        if (_keysUsed + bytes.Length > _keys.Length)
        {
            Array.Resize(ref _keys, checked((2 * _keys.Length) + bytes.Length));
        }

        bytes.CopyTo(_keys.AsSpan(_keysUsed));
        var key = new PartyKey(IndexLayout.Hash(bytes, seed), _keysUsed, bytes.Length);
        _keysUsed += bytes.Length;
        return key;
    }

    // Two names with one hash would have to be made on purpose, against a seed nobody knows beforehand; they are told apart all the same.
    private uint NumberOf(ReadOnlySpan<byte> asset)
    {
        ulong hash = IndexLayout.Hash(asset, seed);
        while (_assetsByHash.TryGetValue(hash, out uint number))
        {
            if (Ascii.Equals(asset, _assets[(int)number]))
            {
                return number;
            }

            hash = unchecked(hash + 1);
        }

        _assets.Add(Encoding.UTF8.GetString(asset));
        return _assetsByHash[hash] = (uint)_assets.Count - 1;
    }
}

/// <summary>Where the bytes of an address lie in its part, and their hash.</summary>
internal readonly record struct PartyKey(ulong Hash, int At, int Length);
