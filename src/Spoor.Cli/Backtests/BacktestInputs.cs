using System.CommandLine;
using Spoor.Chains.Files;
using Spoor.Chains.Files.Watches;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Detection.Backtest;
using Spoor.Storage;
using Spoor.Storage.DuckDb;
using Spoor.Storage.DuckDb.Import;
using Spoor.Transfers;
using Spoor.Workspace.Watching;

namespace Spoor.Cli.Backtests;

/// <summary>The files of a back-test, read.</summary>
internal static class BacktestInputs
{
    /// <exception cref="FormatException">A file is not as it should be, or there is nothing to replay.</exception>
    public static Task<BacktestCase> ReadAsync(BacktestOptions options, ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        string named = terminal.PathOf(parsed.GetValue(options.Watch)!);
        var own = Directory.Exists(named) ? BacktestFiles.In(named) : new() { Watch = named };
        string[] prices = [.. (parsed.GetValue(options.Prices) ?? []).Select(terminal.PathOf)];
        var files = own with
        {
            Truth = parsed.GetValue(options.Truth) is { } truth ? terminal.PathOf(truth) : own.Truth,
            Transfers = [.. own.Transfers, .. FileArguments.Expand(parsed.GetValue(options.Files) ?? [], terminal.Folder)],
            Prices = prices.Length > 0 ? prices : own.Prices,
            Withdrawals = [.. (parsed.GetValue(options.Withdrawals) ?? []).Select(terminal.PathOf)],
            Data = parsed.GetValue(options.Data) is { } data ? terminal.PathOf(data) : null,
        };
        return ReadAsync(files, terminal, cancellation);
    }

    /// <exception cref="FormatException">A file is not as it should be, or there is nothing to replay.</exception>
    public static async Task<BacktestCase> ReadAsync(BacktestFiles files, Terminal terminal, CancellationToken cancellation)
    {
        var material = WatchMaterial.Read(InputFile.Read(files.Watch), [.. files.Prices.Select(InputFile.Read)], files.Recipients is { } recipients ? InputFile.Read(recipients) : null);
        return material.Over(await TransfersAsync(files, terminal, cancellation)) with
        {
            Truths = files.Truth is not { } truth ? [] : TruthFile.Read(Path.GetFileName(truth), InputFile.Read(truth).OpenText()),
            Withdrawals = [.. files.Withdrawals.SelectMany(path => WithdrawalLog.Read(path))],
        };
    }

    private static async Task<IReadOnlyList<Transfer>> TransfersAsync(BacktestFiles files, Terminal terminal, CancellationToken cancellation)
    {
        var transfers = new List<Transfer>(await ImportedAsync(files.Transfers, terminal, cancellation));
        if (files.Data is { } data)
        {
            transfers.AddRange(await StoredAsync(data, cancellation));
        }

        // What a file repeats of the data folder is one movement.
        return transfers.Count > 0 ? [.. transfers.DistinctBy(transfer => transfer.Key)] : throw new FormatException("There is nothing to replay: name files of transfers, or a data folder with --data.");
    }

    private static async Task<IReadOnlyList<Transfer>> StoredAsync(string folder, CancellationToken cancellation)
    {
        var data = DataFolder.At(folder);
        if (!File.Exists(data.StoreFile))
        {
            throw new StorageException(data.StoreFile, "there is no store here", "Import transfers first (spoor import FILE…), or leave --data out.");
        }

        using var store = DuckDbTransferStore.Open(data);
        return await AllAsync(store, cancellation);
    }

    private static async Task<IReadOnlyList<Transfer>> ImportedAsync(IReadOnlyList<string> files, Terminal terminal, CancellationToken cancellation)
    {
        if (files.Count == 0)
        {
            return [];
        }

        using var memory = DuckDbFile.Open(DataFolder.At(DataFolder.Memory));
        foreach (string path in files)
        {
            var mapping = FileFormats.Recognise(FileShapes.Read(path));
            await ImportBar.ShowAsync(terminal, path, progress => new FileImport(memory).RunAsync(mapping, new(), progress, cancellation));
        }

        using var store = new DuckDbTransferStore(memory);
        return await AllAsync(store, cancellation);
    }

    private static async Task<IReadOnlyList<Transfer>> AllAsync(DuckDbTransferStore store, CancellationToken cancellation)
    {
        var all = new List<Transfer>();
        foreach (var head in await store.HeadsAsync(cancellation))
        {
            all.AddRange(await store.AllAsync(head.Chain, cancellation));
        }

        return all;
    }
}
