using System.IO.Compression;
using System.Text;
using Spoor.Storage.DuckDb.Import;
using static Spoor.Tests.Files.Rows;

namespace Spoor.Tests.Files;

public sealed class FaultTests : IDisposable
{
    private readonly ImportedStore _store = new();

    /// <summary>A broken row and the column to be named, null for the row as a whole.</summary>
    public static TheoryData<string, string?> BrokenRows() => new()
    {
        { Token(1, 2, "1.5"), "value" },
        { Token(1, 2, "-5"), "value" },
        { Token(1, 2, "0.1E0"), "value" },
        { Token(1, 2, ""), "value" },
        { Token(1, 2, "5").Replace("0x", "0y", StringComparison.Ordinal), "token_address" },
        { Token(1, 2, "5").Replace(Account(2), Account(2)[..41], StringComparison.Ordinal), "to_address" },
        { Token(1, 2, "5").Replace(Account(2), Account(2)[..41] + "g", StringComparison.Ordinal), "to_address" },
        { Token(1, 2, "5").Replace(Account(2), "0xdAC17F958D2ee523a2206206994597C13D831eC7", StringComparison.Ordinal), "to_address" },
        { Token(1, 2, "5", tx: 77).Replace(Hash(77), Hash(77) + "0", StringComparison.Ordinal), "transaction_hash" },
        { Token(1, 2, "0", tx: 77).Replace(Hash(77), Hash(77) + "0", StringComparison.Ordinal), "transaction_hash" },
        { Token(1, 2, "5", log: -1), "log_index" },
        { Token(1, 2, "5").Replace(",10\n", ",1.5\n", StringComparison.Ordinal), "block_number" },
        { Token(1, 2, "5").Replace(",10\n", ",99999999999999999999\n", StringComparison.Ordinal), "block_number" },
        { "too,few,fields\n", null },
        { Token(1, 2, "5").Replace("\n", ",more\n", StringComparison.Ordinal), null },
        { Token(1, 2, "5").Replace(",0,10", ",0\",10", StringComparison.Ordinal), null },
    };

    public void Dispose() => _store.Dispose();

    [Theory]
    [MemberData(nameof(BrokenRows))]
    public async Task A_broken_row_is_refused_by_line_and_column_and_nothing_is_imported(string row, string? column)
    {
        string good = string.Concat(Enumerable.Range(0, 3000).Select(i => Token(i, i + 1, "5", log: i)));

        var refusal = await Assert.ThrowsAsync<BadRowsException>(() => _store.ImportTextAsync("t.csv", TokenTransferHeader + good + row + good));

        var fault = Assert.Single(refusal.Faults);
        Assert.Equal((3002, column), (fault.Line, fault.Column));
        Assert.Contains("t.csv, line 3002", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing of t.csv was imported", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(await _store.DumpAsync());
        Assert.Empty(await _store.QueryAsync("SELECT number FROM imports"));
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_is_named_by_the_line_it_opens_on()
    {
        string rows = Token(1, 2, "5") + "\"" + Token(1, 2, "6") + Token(1, 2, "7");

        var refusal = await Assert.ThrowsAsync<BadRowsException>(() => _store.ImportTextAsync("t.csv", TokenTransferHeader + rows));

        Assert.Equal(3, Assert.Single(refusal.Faults).Line);
        Assert.Contains("never closed", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_are_those_of_the_file_even_after_fields_with_line_breaks()
    {
        string header = "note," + TokenTransferHeader;
        string rows = "\"a\r\nb\nc \"\"d\"\"\"," + Token(1, 2, "5") + "plain," + Token(1, 2, "x") + "plain," + Token(1, 2, "y");

        var refusal = await Assert.ThrowsAsync<BadRowsException>(() => _store.ImportTextAsync("t.csv", header + rows));

        Assert.Equal([(5L, "x"), (6L, "y")], refusal.Faults.Select(fault => (fault.Line, fault.Found)));
    }

    [Fact]
    public async Task At_most_twenty_faults_are_listed_and_all_are_counted()
    {
        string rows = string.Concat(Enumerable.Range(0, 50).Select(i => Token(i, i + 1, "x", log: i)));

        var refusal = await Assert.ThrowsAsync<BadRowsException>(() => _store.ImportTextAsync("t.csv", TokenTransferHeader + rows));

        Assert.Equal((20, 50L), (refusal.Faults.Count, refusal.Count));
    }

    [Fact]
    public async Task With_report_the_good_rows_are_imported_and_the_bad_ones_written_with_reasons()
    {
        string rows = Token(1, 2, "5") + Token(1, 2, "x", log: 1) + "a,b\n" + Token(1, 2, "6", log: 2);

        var report = await _store.ImportTextAsync("t.csv", TokenTransferHeader + rows, onBadRow: OnBadRow.Report);

        Assert.Equal((4, 2, 2, 2), (report.Rows, report.Moved, report.Bad, report.Added));
        string[] rejects = await File.ReadAllLinesAsync(_store.PathOf("t.csv.rejects.csv"), TestContext.Current.CancellationToken);
        Assert.Equal("line,column,expected,found,row", rejects[0]);
        Assert.StartsWith("3,\"value\",\"a whole number of the smallest unit", rejects[1], StringComparison.Ordinal);
        Assert.StartsWith("4,\"\",\"7 fields\",\"2 fields: a,b\",\"a,b\"", rejects[2], StringComparison.Ordinal);
        Assert.Equal(report.RejectsFile, _store.PathOf("t.csv.rejects.csv"));
    }

    [Fact]
    public async Task A_broken_line_of_json_is_named()
    {
        string good = $$"""{"token_address":"{{Account(9)}}","from_address":"{{Account(1)}}","to_address":"{{Account(2)}}","value":5,"transaction_hash":"{{Hash(1)}}","log_index":0,"block_number":10}""";

        var refusal = await Assert.ThrowsAsync<BadRowsException>(() => _store.ImportTextAsync("t.json", $"{good}\n{good[..50]}\n{good}\n"));

        Assert.Equal((2L, null), (refusal.Faults[0].Line, refusal.Faults[0].Column));
        Assert.Empty(await _store.DumpAsync());
    }

    [Fact]
    public async Task A_gzip_cut_off_between_two_rows_is_refused()
    {
        string path = _store.PathOf("t.csv.gz");
        using (var file = File.Create(path))
        {
            using var zip = new GZipStream(file, CompressionLevel.NoCompression);
            zip.Write(Encoding.UTF8.GetBytes(TokenTransferHeader + string.Concat(Enumerable.Range(0, 5000).Select(i => Token(i, i + 1, "5", log: i)))));
        }

        byte[] bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(path, bytes[..(bytes.Length / 2)], TestContext.Current.CancellationToken);

        var refusal = await Assert.ThrowsAsync<DamagedFileException>(() => _store.ImportAsync(path));

        Assert.Contains("t.csv.gz: the compressed data end early", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing of the file was imported", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(await _store.DumpAsync());
    }

    [Fact]
    public async Task An_empty_file_and_one_with_only_a_header_have_no_rows()
    {
        var empty = await _store.ImportTextAsync("empty.csv", "");
        var bare = await _store.ImportTextAsync("bare.csv", TokenTransferHeader);

        Assert.Equal((0, 0), (empty.Rows, bare.Rows));
    }
}
