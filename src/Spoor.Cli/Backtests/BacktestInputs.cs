using System.CommandLine;
using Spoor.Chains.Files;
using Spoor.Chains.Files.Losses;
using Spoor.Chains.Files.Watches;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Detection;
using Spoor.Detection.Backtest;
using Spoor.Storage;
using Spoor.Storage.DuckDb;
using Spoor.Storage.DuckDb.Import;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Cli.Backtests;

/// <summary>The files of a back-test, read.</summary>
internal static class BacktestInputs
{
    private const string WatchName = "watch.yaml";
    private const string TruthName = "truth.yaml";
    private const string TransfersName = "transfers.csv";
    private const string PricesName = "prices.csv";
    private const string RecipientsName = "recipients.csv";

    /// <exception cref="FormatException">A file is not as it should be, or there is nothing to replay.</exception>
    public static async Task<BacktestCase> ReadAsync(BacktestOptions options, ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        string named = terminal.PathOf(parsed.GetValue(options.Watch)!);
        string? folder = Directory.Exists(named) ? named : null;
        string watch = folder is null ? named : Path.Combine(folder, WatchName);
        string[] prices = [.. (parsed.GetValue(options.Prices) ?? []).Select(terminal.PathOf)];
        string? truth = parsed.GetValue(options.Truth) is { } stated ? terminal.PathOf(stated) : Own(folder, TruthName).FirstOrDefault();
        return new()
        {
            Watch = WatchFile.Read(watch),
            Transfers = await TransfersAsync(options, parsed, folder, terminal, cancellation),
            Truths = truth is null ? [] : TruthFile.Read(Path.GetFileName(truth), InputFile.Read(truth).OpenText()),
            Prices = new(PricesOf(prices.Length > 0 ? prices : Own(folder, PricesName)), PriceSymbols.Builtin),
            Withdrawals = [.. (parsed.GetValue(options.Withdrawals) ?? []).SelectMany(path => WithdrawalLog.Read(terminal.PathOf(path)))],
            Recipients = Own(folder, RecipientsName) is [var recipients] ? RecipientFile.Read(RecipientsName, InputFile.Read(recipients).OpenText()) : new Dictionary<AccountOnChain, RecipientHistory>(),
        };
    }

    private static async Task<IReadOnlyList<Transfer>> TransfersAsync(
        BacktestOptions options, ParseResult parsed, string? folder, Terminal terminal, CancellationToken cancellation)
    {
        var files = FileArguments.Expand(parsed.GetValue(options.Files) ?? [], terminal.Folder);
        var transfers = new List<Transfer>(await ImportedAsync([.. Own(folder, TransfersName), .. files], terminal, cancellation));
        if (parsed.GetValue(options.Data) is { } data)
        {
            transfers.AddRange(await StoredAsync(terminal.PathOf(data), cancellation));
        }

        // What a file repeats of the data folder is one movement.
        return transfers.Count > 0 ? [.. transfers.DistinctBy(transfer => transfer.Key)] : throw new FormatException("There is nothing to replay: name files of transfers, or a data folder with --data.");
    }

    private static string[] Own(string? folder, string name) =>
        folder is not null && File.Exists(Path.Combine(folder, name)) ? [Path.Combine(folder, name)] : [];

    private static IEnumerable<Price> PricesOf(IEnumerable<string> files) => files.SelectMany(path => PriceFile.Read(InputFile.Read(path)).Prices);

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
