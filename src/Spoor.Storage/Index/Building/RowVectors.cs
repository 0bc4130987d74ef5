using DuckDB.NET.Native;
using static DuckDB.NET.Native.NativeMethods;

namespace Spoor.Storage.Index.Building;

/// <summary>The columns of one chunk of the log, in the order of the query.</summary>
internal readonly unsafe ref struct RowVectors
{
    /// <summary>A string of the engine: length, then up to 12 bytes in place, or 4 bytes of it and a pointer to all.</summary>
    private const int MaxInlineBytes = 12;

    private readonly DuckDBDataChunk _chunk;

    internal RowVectors(DuckDBDataChunk chunk)
    {
        _chunk = chunk;
        Block = (long*)Column(0);
        Transaction = (int*)Column(1);
        Phase = (byte*)Column(2);
        Index = (int*)Column(3);
        Time = (long*)Column(4);
        Tx = (byte*)Column(5);
        Kind = (byte*)Column(6);
        Sender = (byte*)Column(7);
        SenderValid = Validity(7);
        Recipient = (byte*)Column(8);
        RecipientValid = Validity(8);
        Asset = (byte*)Column(9);
        Amount = (ulong*)Column(10);
        Quality = (byte*)Column(11);
        Occurrence = (int*)Column(12);
        OutputTx = (byte*)Column(13);
        OutputValid = Validity(13);
        OutputIndex = (int*)Column(14);
    }

    internal long* Block { get; }

    internal int* Transaction { get; }

    internal byte* Phase { get; }

    internal int* Index { get; }

    internal long* Time { get; }

    internal byte* Tx { get; }

    internal byte* Kind { get; }

    internal byte* Sender { get; }

    internal ulong* SenderValid { get; }

    internal byte* Recipient { get; }

    internal ulong* RecipientValid { get; }

    internal byte* Asset { get; }

    internal ulong* Amount { get; }

    internal byte* Quality { get; }

    internal int* Occurrence { get; }

    internal byte* OutputTx { get; }

    internal ulong* OutputValid { get; }

    internal int* OutputIndex { get; }

    internal static bool IsValid(ulong* validity, int row) => validity is null || (validity[row / 64] >> (row % 64) & 1) != 0;

    internal static ReadOnlySpan<byte> Bytes(byte* column, int row)
    {
        byte* text = column + (16L * row);
        int length = *(int*)text;
        return new(length <= MaxInlineBytes ? text + 4 : *(byte**)(text + 8), length);
    }

    private void* Column(int column) => Vectors.DuckDBVectorGetData(DataChunks.DuckDBDataChunkGetVector(_chunk, column));

    private ulong* Validity(int column) => Vectors.DuckDBVectorGetValidity(DataChunks.DuckDBDataChunkGetVector(_chunk, column));
}
