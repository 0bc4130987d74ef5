using System.CommandLine;
using Spoor.Chains.Files.Ledger;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Incidents.Ledger;
using Spoor.Storage;
using Spoor.Storage.DuckDb;

namespace Spoor.Cli.Ledger;

/// <summary>The ledger a command reads: of the store, or, where none has been imported, the small one inside the program.</summary>
/// <param name="IsBuiltIn">Whether it is the one inside the program, <c>examples/ledger</c>.</param>
internal sealed record OpenedLedger(IndustryLedger Content, bool IsBuiltIn)
{
    private static readonly string[] Files = ["2023.csv", "published-2023.csv"];

    public static async Task<OpenedLedger> OpenAsync(ParseResult parsed, DataOption data, Terminal terminal, CancellationToken cancellation)
    {
        var folder = data.FolderOf(parsed, terminal);
        if (File.Exists(folder.StoreFile))
        {
            using var store = DuckDbLedgerStore.Open(folder);
            var held = await store.ReadAsync(cancellation);
            if (held.Entries.Count > 0)
            {
                return new(held, false);
            }
        }

        terminal.TalkText.WriteLine("No ledger has been imported here: this is the small one inside the program, incidents of 2023 only (examples/ledger). Import others with 'spoor ledger import FILE…'.");
        return new(BuiltIn(), true);
    }

    /// <summary>A store with a ledger, for commands that write to it.</summary>
    /// <exception cref="StorageException">There is none.</exception>
    public static DuckDbLedgerStore OpenStore(ParseResult parsed, DataOption data, Terminal terminal)
    {
        var folder = data.FolderOf(parsed, terminal);
        return File.Exists(folder.StoreFile)
            ? DuckDbLedgerStore.Open(folder)
            : throw new StorageException(folder.StoreFile, "there is no store here", "Import a ledger first (spoor ledger import FILE…), or name the folder with --data.");
    }

    /// <summary>The ledger inside the program.</summary>
    public static IndustryLedger BuiltIn() => IndustryLedger.Of([.. Files.Select(Read)]);

    private static LedgerContent Read(string file)
    {
        using var bytes = typeof(OpenedLedger).Assembly.GetManifestResourceStream(typeof(OpenedLedger), file)
            ?? throw new InvalidOperationException($"The resource {typeof(OpenedLedger).Namespace}.{file} is missing from the build.");
        return LedgerFile.ReadBuiltIn(file, bytes);
    }
}
