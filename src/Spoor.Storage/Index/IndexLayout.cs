using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Spoor.Storage.Index;

/// <summary>What the parts of an index file look like; a change here is a new <see cref="Version"/>.</summary>
/// <remarks>
/// Numbers are little endian. Everything lies in pages of 4 KiB, each with a checksum; no cell crosses the end of its page.
/// A look-up of an address touches one page of slots and one of addresses, its history one page of edges and one for each
/// movement.
/// </remarks>
internal static class IndexLayout
{
    internal const uint Version = 5;

    internal const int PageBytes = 4096;

    /// <summary>Cells of the slots of a page, see <see cref="SlotTable"/>.</summary>
    internal const int SlotsPerPage = PageBytes / sizeof(ulong);

    internal const int EdgesPerPage = PageBytes / sizeof(uint);

    internal const int SumsPerPage = PageBytes / sizeof(ulong);

    /// <summary>Movements and addresses of one chain; edges have no such bound.</summary>
    internal const long MostOfChain = uint.MaxValue - 1;

    internal static ReadOnlySpan<byte> Magic => "SPOORADJ"u8;

    internal static int TransferStride(bool hasOutputs) => Marshal.SizeOf<TransferCell>() + (hasOutputs ? Marshal.SizeOf<OutputCell>() : 0);

    /// <summary>Bytes of one address: the fixed part, its raw bytes, where it is <paramref name="counted"/> how many of its movements are credible, rounded up to eight.</summary>
    internal static int AddressStride(int longest, bool counted) => (Marshal.SizeOf<AddressCell>() + longest + (counted ? sizeof(uint) : 0) + 7) / 8 * 8;

    internal static long PagesOf(long cells, int stride) => (cells + (PageBytes / stride) - 1) / (PageBytes / stride);

    internal static ulong Sum(ReadOnlySpan<byte> page) => XxHash3.HashToUInt64(page);

    internal static ulong Hash(ReadOnlySpan<byte> key, ulong seed) => XxHash3.HashToUInt64(key, unchecked((long)seed));
}

/// <summary>One movement; addresses by number from 1, 0 for none.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct TransferCell
{
    internal HashBytes Tx;
    internal long Block;
    internal long Time;
    internal ulong UnitsLow;
    internal ulong UnitsHigh;
    internal int Transaction;
    internal int Index;
    internal uint From;
    internal uint To;
    internal uint Asset;

    /// <summary>Phase (2 bits), kind (3), quality (2), one bit for an output beside it, occurrence (24).</summary>
    internal uint Traits;

    internal readonly int Phase => (int)(Traits & 3);

    internal readonly int Kind => (int)(Traits >> 2 & 7);

    internal readonly int Quality => (int)(Traits >> 5 & 3);

    internal readonly bool HasOutput => (Traits >> 7 & 1) != 0;

    internal readonly int Occurrence => (int)(Traits >> 8);
}

/// <summary>The output that a movement of a UTXO chain spends or creates; follows its <see cref="TransferCell"/>.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct OutputCell
{
    internal HashBytes Tx;
    internal int Index;
    internal int Unused;
}

/// <summary>The 32 bytes of a hash as they are.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal record struct HashBytes(ulong A, ulong B, ulong C, ulong D);
