using System.CommandLine;
using Spoor.Cli.Output;
using Spoor.Storage;
using Spoor.Storage.DuckDb;
using Spoor.Storage.DuckDb.Labels;

namespace Spoor.Cli.Commands;

/// <summary><c>--data DIR</c>: where the store is.</summary>
internal sealed class DataOption() : Option<string>("--data")
{
    public static DataOption Create() => new()
    {
        Description = "The data folder.",
        HelpName = "DIR",
        DefaultValueFactory = _ => DataFolder.Default,
    };

    public DataFolder FolderOf(ParseResult parsed, Terminal terminal)
    {
        string folder = parsed.GetValue(this)!;
        return DataFolder.At(folder == DataFolder.Memory ? folder : terminal.PathOf(folder));
    }

    /// <summary>Opens a store that must be there: reading never makes one.</summary>
    /// <exception cref="StorageException">There is none.</exception>
    public DuckDbTransferStore OpenExisting(ParseResult parsed, Terminal terminal)
    {
        var store = DuckDbTransferStore.Open(Existing(parsed, terminal, "Import transfers first (spoor import FILE…)"));
        store.IndexTalk = text => terminal.TalkText.WriteLine(MessageText.Of(text));
        return store;
    }

    /// <inheritdoc cref="OpenExisting"/>
    public DuckDbLabelStore OpenExistingLabels(ParseResult parsed, Terminal terminal) =>
        DuckDbLabelStore.Open(Existing(parsed, terminal, "Import labels first (spoor labels import FILE…)"));

    private DataFolder Existing(ParseResult parsed, Terminal terminal, string remedy)
    {
        var folder = FolderOf(parsed, terminal);
        return File.Exists(folder.StoreFile)
            ? folder
            : throw new StorageException(folder.StoreFile, "there is no store here", $"{remedy}, or name the folder with --data.");
    }
}
