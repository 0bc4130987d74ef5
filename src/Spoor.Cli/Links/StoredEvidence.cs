using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Labels;
using Spoor.Storage.DuckDb;
using Spoor.Transfers;
using Spoor.Workspace.Transfers;

namespace Spoor.Cli.Links;

/// <summary>What a data folder has to say about links: its labels as of a day, and its transfers.</summary>
internal static class StoredEvidence
{
    /// <summary>Nothing where no store is, unless one was asked for by name.</summary>
    public static async Task<(ITransferStore? Transfers, LabelBook Labels, SourceLineage Sources)> ReadAsync(
        DataOption data, ParseResult parsed, Terminal terminal, DateOnly? day, CancellationToken cancellation)
    {
        bool asked = parsed.GetResult(data) is { Implicit: false };
        if (!asked && !File.Exists(data.FolderOf(parsed, terminal).StoreFile))
        {
            return (null, LabelBook.Empty, SourceLineage.Empty);
        }

        LabelHistory history;
        using (var store = data.OpenExistingLabels(parsed, terminal))
        {
            history = await store.HistoryAsync(cancellation);
        }

        return (await TransfersAsync(data.OpenExisting(parsed, terminal), cancellation), history.At(day), history.Lineage);
    }

    private static async Task<ITransferStore?> TransfersAsync(DuckDbTransferStore store, CancellationToken cancellation)
    {
        var nearest = await store.NearestAsync(cancellation);
        return (await nearest.HeadsAsync(cancellation)).Count == 0 ? null : nearest;
    }
}
