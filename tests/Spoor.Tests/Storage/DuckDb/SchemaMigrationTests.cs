using DuckDB.NET.Data;
using Spoor.Storage;
using Spoor.Storage.DuckDb;
using Spoor.Tests.Contracts;
using static Spoor.Tests.Contracts.Ledger;

namespace Spoor.Tests.Storage.DuckDb;

public sealed class SchemaMigrationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Every version there ever was, 0 being a file without a schema.</summary>
    public static TheoryData<int> Versions => [.. Enumerable.Range(0, SchemaScript.All.Count + 1)];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Scripts_are_numbered_without_gaps() =>
        Assert.Equal(Enumerable.Range(1, SchemaScript.All.Count), SchemaScript.All.Select(script => script.Version));

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_store_of_any_older_version_is_brought_up_to_date_and_keeps_its_transfers(int version)
    {
        WriteOldStore(version);

        using var store = DuckDbTransferStore.Open(_folder.Data);

        var status = await store.StatusAsync(Cancellation);
        Assert.Equal(SchemaScript.All[^1].Version, status.SchemaVersion);
        Assert.Equal(version == 0 ? 0 : 1, status.Transfers);
        Assert.Equal(1, await store.AppendAllAsync(Move(2, 0, 1, 2, 100)));
    }

    [Fact]
    public void A_step_that_fails_leaves_the_store_as_it_was()
    {
        using var connection = OpenRaw();
        SchemaMigration.Run(connection, "test", SchemaScript.All);
        int version = SchemaMigration.VersionOf(connection);
        SchemaScript[] next =
        [
            .. SchemaScript.All,
            new(version + 1, "good", "CREATE TABLE extra (name VARCHAR)"),
            new(version + 2, "bad", "CREATE TABLE extra (name VARCHAR)"),
        ];

        Assert.Throws<DuckDBException>(() => SchemaMigration.Run(connection, "test", next));

        Assert.Equal(version, SchemaMigration.VersionOf(connection));
        Assert.Throws<DuckDBException>(() => connection.Scalar("SELECT count(*) FROM extra"));
    }

    [Fact]
    public void A_store_of_a_newer_version_is_refused_and_left_alone()
    {
        int known = SchemaScript.All[^1].Version;
        using (var connection = OpenRaw())
        {
            SchemaMigration.Run(connection, "test", [.. SchemaScript.All, new(known + 7, "future", "SELECT 1")]);
        }

        var refusal = Assert.Throws<StorageException>(() => DuckDbTransferStore.Open(_folder.Data));

        Assert.Equal(_folder.Data.StoreFile, refusal.File);
        Assert.Contains($"version {known + 7}, this program knows versions up to {known}", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("--data", refusal.Remedy, StringComparison.Ordinal);
        using var again = OpenRaw();
        Assert.Equal(known + 7, SchemaMigration.VersionOf(again));
    }

    private void WriteOldStore(int version)
    {
        using var connection = OpenRaw();
        if (version > 0)
        {
            SchemaMigration.Run(connection, "test", [.. SchemaScript.All.Take(version)]);
            connection.Execute($"CREATE TEMP TABLE incoming AS SELECT {TransferRows.Columns} FROM transfers");
            TransferRows.Append(connection, "incoming", [Move(1, 0, 1, 2, 100)]);
            connection.Execute(
                $"INSERT INTO transfers (chain, {TransferRows.Columns}) SELECT 'eip155:1', {TransferRows.Columns} FROM incoming");
        }
    }

    private DuckDBConnection OpenRaw()
    {
        var connection = new DuckDBConnection($"DataSource={_folder.Data.StoreFile}");
        connection.Open();
        return connection;
    }
}
