using System.Text;
using System.Text.Json;
using DuckDB.NET.Data;
using Spoor.Tests.Storage;
using Spoor.Tests.Web.Serving;
using Spoor.Workspace.Importing;

namespace Spoor.Tests.Web.Security;

/// <summary>Small Parquet files that stand for more than a machine holds: each refused before it unfolds, and the store is as before.</summary>
public sealed class ParquetBombTests(ServedCase served) : IClassFixture<ServedCase>, IDisposable
{
    private const long Rows = 2_000_000;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task Rows_that_take_no_room_are_too_many() =>
        RefusedAsync(Made("'00'", Rows), "at most 8 rows for each of its bytes", "2000000 rows");

    [Fact]
    public Task A_count_that_lies_does_not_hide_rows()
    {
        byte[] file = Made("'00'", Rows);
        Lie(file, Rows);

        return RefusedAsync(file, "at most 8 rows for each of its bytes", "2000000 rows");
    }

    [Fact]
    public Task A_text_that_is_there_once_and_meant_in_every_row_counts_for_each() =>
        RefusedAsync(Made("repeat('a', 1000000)", 1_000), "at most 256 MB unpacked", "953 MB");

    [Fact]
    public Task Bytes_count_as_texts_do() =>
        RefusedAsync(Made("CAST(repeat('a', 1000000) AS BLOB)", 1_000), "at most 256 MB unpacked", "953 MB");

    [Fact]
    public Task So_does_JSON() =>
        RefusedAsync(Made("CAST('\"' || repeat('a', 1000000) || '\"' AS JSON)", 1_000), "at most 256 MB unpacked", "953 MB");

    [Theory]
    [InlineData("['a', 'b']", "VARCHAR[]")]
    [InlineData("{'a': 1}", "STRUCT(a INTEGER)")]
    [InlineData("MAP {'a': 1}", "MAP(VARCHAR, INTEGER)")]
    public Task What_is_unfolded_by_reading_it_is_not_read(string tx, string type) =>
        RefusedAsync(Made(tx, 3), "columns of texts, bytes, numbers and times (lists and structures: send JSON lines)", $"tx of type {type}");

    [Fact]
    public async Task A_page_that_is_larger_than_the_foot_says_is_not_unpacked()
    {
        await using var own = await ServedCase.StartAsync(settings => settings with { Limits = settings.Limits with { Files = new FileBounds { AlwaysUnpacked = 1 << 20, MostTimes = 10 } } });
        byte[] file = Made("repeat('a', 100000000)", 1);
        Lie(file, Stated());

        var job = await own.ImportAsync("bomb.parquet", file);

        Assert.Equal("failed", job.GetProperty("state").GetString());
        Assert.Contains("bomb.parquet: it cannot be read as Parquet (Out of Memory", job.GetProperty("failure").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PAR1")]
    [InlineData("PAR1\0\0\0\0\0\0\0\u007fPAR1")]
    [InlineData("chain,block\n1,2\n")]
    public async Task What_is_no_Parquet_is_told_so(string content)
    {
        var job = await served.ImportAsync("torn.parquet", Encoding.Latin1.GetBytes(content));

        Assert.Equal("failed", job.GetProperty("state").GetString());
        Assert.Contains("torn.parquet", job.GetProperty("failure").GetString(), StringComparison.Ordinal);
    }

    private async Task RefusedAsync(byte[] file, string expected, string found)
    {
        Assert.True(file.Length < 100_000, $"The file has {file.Length} bytes and is no bomb.");
        var (_, before) = await served.GetAsync("/api/v1/status");

        var job = await served.ImportAsync("bomb.parquet", file);

        Assert.Equal("failed", job.GetProperty("state").GetString());
        Assert.Equal($"bomb.parquet: expected {expected}, found {found}. Nothing of it was imported.", job.GetProperty("failure").GetString());
        Assert.Equal(Transfers(before), Transfers((await served.GetAsync("/api/v1/status")).Body));
    }

    private static long Transfers(JsonElement status) => status.GetProperty("transfers").GetInt64();

    // The columns of Spoor's own format, of which each row has the same.
    private byte[] Made(string tx, long rows)
    {
        string path = Path.Combine(_folder.Path, "made.parquet");
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            COPY (
                SELECT 'eip155:1' AS chain, 100 AS block, 0 AS tx_index, 0 AS "index", '2023-09-12 13:20:59' AS time, {tx} AS tx, 'native' AS kind,
                    '0x00000000000000000000000000000000000000f1' AS "from", '0x00000000000000000000000000000000000000a1' AS "to", 'slip44:60' AS asset, '5' AS amount
                FROM range({rows})
            ) TO '{path}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 10000000)
            """;
        command.ExecuteNonQuery();
        return File.ReadAllBytes(path);
    }

    // What the foot says of the largest column of the file that was made last.
    private long Stated()
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT max(total_uncompressed_size) FROM parquet_metadata('{Path.Combine(_folder.Path, "made.parquet")}')";
        return (long)command.ExecuteScalar()!;
    }

    // The first count of rows in the foot is that of the whole file (https://github.com/apache/parquet-format/blob/master/src/main/thrift/parquet.thrift): a number of
    // seven bits a byte, twice as large for its sign. It becomes a 1 of the same length.
    private static void Lie(byte[] file, long stated)
    {
        int foot = file.Length - 8 - BitConverter.ToInt32(file, file.Length - 8);
        List<byte> count = [];
        for (long left = stated * 2; left > 0; left >>= 7)
        {
            count.Add((byte)((left & 0x7f) | (left > 0x7f ? 0x80L : 0L)));
        }

        int at = file.AsSpan(foot).IndexOf(count.ToArray());
        Assert.True(at > 0, "The foot states no such count.");
        byte[] one = [0x82, .. Enumerable.Repeat((byte)0x80, count.Count - 2), 0];
        one.CopyTo(file.AsSpan(foot + at));
    }
}
