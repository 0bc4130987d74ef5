using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using DuckDB.NET.Data;
using DuckDB.NET.Data.DataChunk.Reader;
using DuckDB.NET.Data.DataChunk.Writer;
using Spoor.Transfers;

namespace Spoor.Storage.DuckDb.Import;

/// <summary>The functions a <see cref="FileMapping"/> may call besides the engine's own.</summary>
/// <remarks>
/// A row costs a call into .NET, so mappings call them only for what SQL cannot judge: addresses in mixed case, amounts
/// with an exponent, addresses that are not plain hex.
/// </remarks>
[SuppressMessage("Usage", "DuckDBNET001", Justification = "Scalar functions are experimental in the driver; their use is confined to this file.")]
internal static class ImportFunctions
{
    private const string RegisteredSql = "SELECT count(*) FROM duckdb_functions() WHERE function_name = 'whole_units'";

    internal static void Register(DuckDBConnection connection)
    {
        if (Convert.ToInt64(connection.Scalar(RegisteredSql), CultureInfo.InvariantCulture) > 0)
        {
            return;
        }

#pragma warning disable DuckDBNET001
        connection.RegisterScalarFunction<string, string>("whole_units", EachText(WholeUnits));
        connection.RegisterScalarFunction<string, int>("amount_quality", EachText(Quality));
        connection.RegisterScalarFunction<string, bool>("checksum_holds", EachText(ChecksumHolds));
        connection.RegisterScalarFunction<string, string, string>("address_hex", EachPair(AddressHex));
        connection.RegisterScalarFunction<string, string, string>("created_address", EachPair(CreatedAddress));
#pragma warning restore DuckDBNET001

        HexFunctions.Register(connection);
        RowTally.Register(connection);

        // The driver returns no bytes from functions, so hex crosses the border.
        connection.Execute("CREATE OR REPLACE TEMP MACRO address_bytes(chain, written) AS unhex(address_hex(chain, written))");
    }

    private static string? WholeUnits(string text) =>
        WrittenAmount.TryParse(text, out var amount) ? amount.Units.ToString(CultureInfo.InvariantCulture) : null;

    private static object? Quality(string text) => WrittenAmount.TryParse(text, out var amount) ? (int)amount.Quality : null;

    private static object? ChecksumHolds(string text) =>
        AddressText.TryParse(ChainId.Parse("eip155:1"), text, out var address) && address.Kind == AddressKind.Account20;

    private static string? AddressHex(string chain, string text) =>
        ChainId.TryParse(chain, out var id) && ChainRegistry.TryGet(id, out _) && AddressText.TryParse(id, text, out var address)
            ? Convert.ToHexString(AddressBlob.From(address))
            : null;

    private static string? CreatedAddress(string creator, string nonce) =>
        AddressText.TryParse(ChainId.Parse("eip155:1"), creator, out var address)
        && ulong.TryParse(nonce, NumberStyles.None, CultureInfo.InvariantCulture, out ulong count)
            ? "0x" + Convert.ToHexStringLower(ContractAddress.Create(address, count).ToBytes())
            : null;

    private static Action<IReadOnlyList<IDuckDBDataReader>, IDuckDBDataWriter, ulong> EachText(Func<string, object?> function) =>
        (readers, writer, rows) =>
        {
            for (ulong row = 0; row < rows; row++)
            {
                Write(writer, row, readers[0].IsValid(row) ? function(readers[0].GetValue<string>(row)) : null);
            }
        };

    private static Action<IReadOnlyList<IDuckDBDataReader>, IDuckDBDataWriter, ulong> EachPair(Func<string, string, string?> function) =>
        (readers, writer, rows) =>
        {
            for (ulong row = 0; row < rows; row++)
            {
                bool stated = readers[0].IsValid(row) && readers[1].IsValid(row);
                Write(writer, row, stated ? function(readers[0].GetValue<string>(row), readers[1].GetValue<string>(row)) : null);
            }
        };

    private static void Write(IDuckDBDataWriter writer, ulong row, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNull(row);
                break;
            case string text:
                writer.WriteValue(text, row);
                break;
            case int number:
                writer.WriteValue(number, row);
                break;
            case bool truth:
                writer.WriteValue(truth, row);
                break;
        }
    }
}
