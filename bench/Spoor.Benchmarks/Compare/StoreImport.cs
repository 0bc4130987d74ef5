using DuckDB.NET.Data;
using Spoor.Chains.Files;
using Spoor.Storage;
using Spoor.Storage.DuckDb;
using Spoor.Storage.DuckDb.Import;

namespace Spoor.Benchmarks.Compare;

/// <summary>The way of <c>spoor import</c> from the file to the store: recognised, checked, converted, known rows left out.</summary>
internal static class StoreImport
{
    /// <summary>The most memory DuckDB may take for an import, such as 8GB.</summary>
    private const string Variable = "SPOOR_IMPORT_MEMORY";

    public static async Task RunAsync(DataFolder data, CompareFolder folder, CancellationToken cancellation)
    {
        using var file = DuckDbFile.Open(data);
        Hold(data);
        var mapping = FileFormats.Recognise(FileShapes.Read(folder.TransfersFile));
        var report = await new FileImport(file).RunAsync(mapping, new(), progress: null, cancellation);
        if (report.Added != report.Rows || report.Rows == 0)
        {
            throw new InvalidOperationException($"Expected every row of {folder.TransfersFile} to be added, found {report}.");
        }
    }

    // Unless told, DuckDB takes four fifths of the machine; a file of 10^8 rows is converted in less, too.
    private static void Hold(DataFolder data)
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } most)
        {
            return;
        }

        using var beside = new DuckDBConnection($"DataSource={data.StoreFile}");
        beside.Open();
        using var command = beside.CreateCommand();
        command.CommandText = $"SET memory_limit = '{most}'";
        command.ExecuteNonQuery();
    }
}
