using System.CommandLine;
using Spoor.Cli.Output;
using Spoor.Storage;
using Spoor.Storage.ClickHouse;
using Spoor.Storage.DuckDb;

namespace Spoor.Cli.Commands;

/// <summary><c>--store URL</c>: transfers in ClickHouse instead of in the data folder.</summary>
internal sealed class StoreOption() : Option<string?>("--store")
{
    /// <summary>Holds the password where the address has none: other users of the machine can read a command line.</summary>
    public const string PasswordVariable = "SPOOR_CLICKHOUSE_PASSWORD";

    public static StoreOption Create() => new()
    {
        Description = "Transfers in ClickHouse instead of the data folder (docs/clickhouse.md).",
        HelpName = "URL",
    };

    /// <exception cref="FormatException">The text is no address of a store.</exception>
    public static ClickHouseAddress AddressOf(string text) => ClickHouseAddress.Parse(text, Environment.GetEnvironmentVariable(PasswordVariable));

    /// <summary>Opens the store in ClickHouse, or else that of the data folder; it must be there: reading never makes one.</summary>
    /// <exception cref="FormatException">Both are named, or the address is none.</exception>
    /// <exception cref="StorageException">There is no store.</exception>
    public async Task<ITransferArchive> OpenExistingAsync(DataOption data, ParseResult parsed, Terminal terminal, CancellationToken cancellation) =>
        AskedFor(data, parsed) is { } address
            ? await ClickHouseTransferStore.OpenExistingAsync(address, terminal.Clock, cancellation)
            : data.OpenExisting(parsed, terminal);

    /// <summary>The address; null where the data folder is meant.</summary>
    /// <exception cref="FormatException">Both are named, or the address is none.</exception>
    public ClickHouseAddress? AskedFor(DataOption data, ParseResult parsed) => parsed.GetValue(this) switch
    {
        null => null,
        _ when parsed.GetResult(data) is { Implicit: false } => throw new FormatException("Expected --data or --store, found both."),
        var text => AddressOf(text),
    };

    /// <summary>Opens a store to write to, making it where there is none.</summary>
    public static async Task<ITransferArchive> OpenAsync(ClickHouseAddress? address, DataFolder folder, Terminal terminal, CancellationToken cancellation) =>
        address is null ? DuckDbTransferStore.Open(folder) : await ClickHouseTransferStore.OpenAsync(address, terminal.Clock, cancellation);
}
