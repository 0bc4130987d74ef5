using System.Text;
using DuckDB.NET.Data;
using Spoor.Chains.Files;
using Spoor.Storage;
using Spoor.Storage.DuckDb;
using Spoor.Storage.DuckDb.Import;
using Spoor.Tests.Storage;
using Spoor.Transfers;

namespace Spoor.Tests.Files;

/// <summary>A store in memory and a folder for files to import into it.</summary>
internal sealed class ImportedStore : IDisposable
{
    private const string DumpSql = """
        SELECT chain, block, tx_index, phase, idx, time, hex(tx), kind, hex(sender), hex(recipient), asset, amount, quality, occurrence,
            hex(output_tx), output_index
        FROM transfers
        ORDER BY ALL
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly DuckDbFile _file = DuckDbFile.Open(DataFolder.At(DataFolder.Memory));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public DuckDbTransferStore Store => field ??= new(_file);

    public string PathOf(string name) => Path.Combine(_folder.Path, name);

    public string Write(string name, string content)
    {
        File.WriteAllText(PathOf(name), content, new UTF8Encoding(false));
        return PathOf(name);
    }

    public Task<ImportReport> ImportAsync(string path, string? format = null, ChainId? chain = null, OnBadRow onBadRow = OnBadRow.Stop) =>
        new FileImport(_file).RunAsync(
            FileFormats.Recognise(FileShapes.Read(path), format, chain), new() { OnBadRow = onBadRow }, null, Cancellation);

    public Task<ImportReport> ImportTextAsync(string name, string content, ChainId? chain = null, OnBadRow onBadRow = OnBadRow.Stop) =>
        ImportAsync(Write(name, content), chain: chain, onBadRow: onBadRow);

    /// <summary>Every column of every transfer as text, in one order.</summary>
    public Task<IReadOnlyList<string>> DumpAsync() => QueryAsync(DumpSql);

    public Task<IReadOnlyList<string>> QueryAsync(string sql) => _file.RunAsync<IReadOnlyList<string>>(
        connection =>
        {
            using var command = connection.Prepare(sql);
            using var reader = command.ExecuteReader();
            var rows = new List<string>();
            while (reader.Read())
            {
                rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => Text(reader, column))));
            }

            return rows;
        },
        Cancellation);

    public void Dispose()
    {
        _file.Dispose();
        _folder.Dispose();
    }

    private static string Text(DuckDBDataReader reader, int column) => reader.IsDBNull(column)
        ? ""
        : reader.GetValue(column) is DateTime time
            ? time.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture)
            : Convert.ToString(reader.GetValue(column), System.Globalization.CultureInfo.InvariantCulture)!;
}
