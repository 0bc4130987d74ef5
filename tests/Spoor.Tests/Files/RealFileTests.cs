using System.IO.Compression;
using System.Text;
using Spoor.Storage.DuckDb.Import;

namespace Spoor.Tests.Files;

/// <summary>Every real transfer file at hand: all rows accounted for, a second import adds nothing, a fault is named.</summary>
public sealed class RealFileTests : IDisposable
{
    private readonly ImportedStore _store = new();

    /// <summary>Path, and the column a fault is planted in.</summary>
    public static TheoryData<string, string> FilesAndColumns()
    {
        var files = new TheoryData<string, string>();
        AddAll("heist_onehop", "*.csv.gz", "value");
        AddAll("ethereum_heist/easyfi_2021", "all-tx.csv.gz", "value");
        AddAll("ethereum_heist/bancor_2018", "all-tx.csv", "value");
        AddAll("laundernet", "flows.csv", "Value_in_USD");
        AddAll("chain_fixtures/ethereum_etl", "expected_transactions.*", "value");
        AddAll("chain_fixtures/ethereum_etl", "expected_token_transfers.*", "value");
        AddAll("chain_fixtures/ethereum_etl", "expected_traces.*", "value");
        AddAll("chain_fixtures/bitcoin_etl/bitcoin", "expected_transactions.json", "block_number");
        if (files.Count == 0)
        {
            files.Add("heist_onehop", "value");
        }

        return files;

        void AddAll(string folder, string pattern, string column)
        {
            string path = Path.Combine(SharedData.Folder, folder);
            foreach (string file in Directory.Exists(path) ? Directory.GetFiles(path, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal) : Enumerable.Empty<string>())
            {
                files.Add(Path.GetRelativePath(SharedData.Folder, file), column);
            }
        }
    }

    public void Dispose() => _store.Dispose();

    [Theory]
    [MemberData(nameof(FilesAndColumns))]
    public async Task Every_row_of_a_real_file_is_accounted_for_and_a_second_import_adds_nothing(string file, string column)
    {
        string path = SharedData.File(file);
        Assert.NotEmpty(column);

        var report = await _store.ImportAsync(path);
        var dump = await _store.DumpAsync();
        var again = await _store.ImportAsync(path);

        Assert.Equal(CountRows(path), report.Rows);
        Assert.Equal(report.Rows, report.Moved + report.SkippedTotal + report.Refused + report.Bad);
        Assert.Equal(dump.Count, report.Added);
        Assert.Equal(0, again.Added);
        Assert.Equal(report.Added + report.Known, again.Known);
        Assert.Equal(dump, await _store.DumpAsync());
    }

    [Theory]
    [MemberData(nameof(FilesAndColumns))]
    public async Task A_corrupted_copy_is_refused_by_line_and_column_and_the_store_is_as_before(string file, string column)
    {
        string path = SharedData.File(file);
        var lines = ReadText(path).TrimEnd('\n').Split('\n').ToList();
        bool isJson = lines[0].StartsWith('{');
        if (lines.Count <= (isJson ? 0 : 1))
        {
            Assert.Skip("The file has no row to corrupt.");
        }

        await _store.ImportAsync(path);
        var before = await _store.DumpAsync();
        int line = isJson ? lines.Count : 1 + ((lines.Count - 1) / 2) + 1;
        line = Math.Min(line, lines.Count);
        lines[line - 1] = isJson ? CorruptJson(lines[line - 1], column) : CorruptCsv(lines[0], lines[line - 1], column);
        string copy = _store.Write("corrupt" + (isJson ? ".json" : ".csv"), string.Join('\n', lines) + "\n");

        var refusal = await Assert.ThrowsAsync<BadRowsException>(() => _store.ImportAsync(copy));

        var fault = Assert.Single(refusal.Faults);
        Assert.Equal((line, column), (fault.Line, fault.Column));
        Assert.Contains("12x", fault.Found, StringComparison.Ordinal);
        Assert.Equal(before, await _store.DumpAsync());
    }

    private static string CorruptCsv(string header, string row, string column)
    {
        // The columns planted in stand before any quoted field.
        string[] fields = row.Split(',');
        fields[Array.IndexOf(header.TrimEnd('\r').Split(','), column)] = "12x";
        return string.Join(',', fields);
    }

    private static string CorruptJson(string row, string column) =>
        System.Text.RegularExpressions.Regex.Replace(row, $"\"{column}\": ?[0-9]+", $"\"{column}\": \"12x\"", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));

    private static long CountRows(string path)
    {
        string text = ReadText(path);
        long lines = text.Split('\n').Count(line => line.Length > 0);
        return text.StartsWith('{') ? lines : Math.Max(0, lines - 1);
    }

    private static string ReadText(string path)
    {
        using var file = File.OpenRead(path);
        using Stream unpacked = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var text = new StreamReader(unpacked, Encoding.UTF8);
        return text.ReadToEnd();
    }
}
