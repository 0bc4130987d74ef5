using Spoor.Cli.Output;
using Spoor.Cli.Stores;
using Spoor.Storage;
using Spoor.Storage.ClickHouse;
using Spoor.Storage.Copying;
using Spoor.Storage.DuckDb;
using Spoor.Storage.DuckDb.Import;
using Spoor.Transfers;

namespace Spoor.Cli.Commands;

/// <summary>Where files are read into: the data folder, or one that is gone afterwards, from which a store in ClickHouse is filled.</summary>
/// <remarks>
/// The rules of reading files are those of the engine of the data folder: later files complete and correct earlier ones. So
/// all files of a command are read before the first transfer is sent.
/// </remarks>
internal sealed class ImportPlace : IDisposable
{
    private readonly DirectoryInfo? _passing;
    private readonly DuckDbFile _file;

    private ImportPlace(DataFolder folder, DirectoryInfo? passing) => (_file, _passing) = (DuckDbFile.Open(folder), passing);

    /// <param name="address">The store that is meant in the end; null for the data folder.</param>
    public static ImportPlace Of(ClickHouseAddress? address, DataFolder folder)
    {
        if (address is null)
        {
            return new(folder, null);
        }

        var passing = Directory.CreateTempSubdirectory("spoor-import-");
        return new(DataFolder.At(passing.FullName), passing);
    }

    public async Task<IReadOnlyList<ImportReport>> FillAsync(
        Terminal terminal, IReadOnlyList<FileMapping> mappings, ImportOptions options, CancellationToken cancellation)
    {
        var reports = new List<ImportReport>();
        foreach (var mapping in mappings)
        {
            reports.Add(await ImportBar.ShowAsync(terminal, mapping.File.Path, progress => new FileImport(_file).RunAsync(mapping, options, progress, cancellation)));
            terminal.TalkText.WriteLine(ImportText.Line(reports[^1]));
        }

        return reports;
    }

    /// <returns>How many transfers were new there.</returns>
    /// <exception cref="StorageException">A server refuses or does not answer.</exception>
    public async Task<long> SendAsync(ClickHouseAddress address, Terminal terminal, CancellationToken cancellation)
    {
        using var filled = await ClickHouseTransferStore.OpenAsync(address, terminal.Clock, cancellation);
        return await new StoreArrival(new DuckDbTransferStore(_file), filled).RunAsync(new CopyTalk(terminal), cancellation);
    }

    public void Dispose()
    {
        _file.Dispose();
        _passing?.Delete(true);
    }
}
