using DuckDB.NET.Data;
using Spoor.Transfers;

namespace Spoor.Storage.DuckDb;

/// <summary>An address as it rests in the store: its kind in one byte, then its raw bytes.</summary>
internal static class AddressBlob
{
    internal static byte[]? From(Address? address) => address is { } known ? From(known) : null;

    internal static byte[] From(Address address) => [(byte)address.Kind, .. address.ToBytes()];

    /// <summary>The address in a column of the row being read; null where it is null.</summary>
    internal static Address? Read(DuckDBDataReader reader, int column)
    {
        if (reader.IsDBNull(column))
        {
            return null;
        }

        Span<byte> blob = stackalloc byte[1 + Address.MaxBytes];
        using var stream = reader.GetStream(column);
        int length = (int)stream.Length;
        stream.ReadExactly(blob[..length]);
        return new((AddressKind)blob[0], blob[1..length]);
    }
}
