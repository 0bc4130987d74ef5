using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Storage;
using Spoor.Storage.DuckDb;
using Spoor.Workspace.Ledger;

namespace Spoor.Cli.Ledger;

/// <summary>The ledger in the data folder that a command names.</summary>
internal static class TypedLedger
{
    public static async Task<OpenedLedger> OpenAsync(ParseResult parsed, DataOption data, Terminal terminal, CancellationToken cancellation)
    {
        var folder = data.FolderOf(parsed, terminal);
        if (File.Exists(folder.StoreFile))
        {
            using var store = DuckDbLedgerStore.Open(folder);
            var held = await OpenedLedger.ReadAsync(store, cancellation);
            if (!held.IsBuiltIn)
            {
                return held;
            }
        }

        terminal.TalkText.WriteLine("No ledger has been imported here: this is the small one inside the program, incidents of 2023 only (examples/ledger). Import others with 'spoor ledger import FILE…'.");
        return new(OpenedLedger.BuiltIn(), true);
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
}
