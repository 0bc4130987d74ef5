using Spoor.Chains.Files;
using Spoor.Storage;
using Spoor.Storage.DuckDb;
using Spoor.Storage.DuckDb.Import;

namespace Spoor.Benchmarks.Compare;

/// <summary>The way of <c>spoor import</c> from the file to the store: recognised, checked, converted, known rows left out.</summary>
internal static class StoreImport
{
    public static async Task RunAsync(DataFolder data, CompareFolder folder, CancellationToken cancellation)
    {
        using var file = DuckDbFile.Open(data);
        var mapping = FileFormats.Recognise(FileShapes.Read(folder.TransfersFile));
        var report = await new FileImport(file).RunAsync(mapping, new(), progress: null, cancellation);
        if (report.Added != report.Rows || report.Rows == 0)
        {
            throw new InvalidOperationException($"Expected every row of {folder.TransfersFile} to be added, found {report}.");
        }
    }
}
