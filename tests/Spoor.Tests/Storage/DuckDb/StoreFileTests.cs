using System.Diagnostics;
using Spoor.Storage;
using Spoor.Storage.DuckDb;
using Spoor.Tests.Contracts;
using static Spoor.Tests.Contracts.Ledger;

namespace Spoor.Tests.Storage.DuckDb;

public sealed class StoreFileTests : IDisposable
{
    private const string HeldFolder = "SPOOR_TEST_HELD_FOLDER";

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Ready => Path.Combine(_folder.Path, "ready");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Transfers_are_there_after_closing_and_opening()
    {
        var transfer = Move(1, 0, 1, 2, 100);
        using (var store = DuckDbTransferStore.Open(_folder.Data))
        {
            await store.AppendAllAsync(transfer);
        }

        using var reopened = DuckDbTransferStore.Open(_folder.Data);

        Assert.Equal([transfer], await reopened.TransfersOfAsync(Ethereum, [Party(1)], Cancellation));
        var status = await reopened.StatusAsync(Cancellation);
        Assert.Equal(_folder.Data.StoreFile, status.File);
        Assert.InRange(status.Bytes, 1, 10_000_000);
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_with_its_name()
    {
        File.WriteAllText(_folder.Data.StoreFile, new string('x', 10_000));

        var refusal = Assert.Throws<StorageException>(() => DuckDbTransferStore.Open(_folder.Data));

        Assert.Contains(_folder.Data.StoreFile, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("cannot open", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_refused()
    {
        string file = Path.Combine(_folder.Path, "file");
        File.WriteAllText(file, "in the way");

        var refusal = Assert.Throws<StorageException>(() => DuckDbTransferStore.Open(DataFolder.At(Path.Combine(file, "data"))));

        Assert.Contains("--data", refusal.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_another_process_holds_is_refused_with_what_to_do()
    {
        using var holder = StartHolder();
        try
        {
            await UntilAsync(() => File.Exists(Ready) || holder.HasExited);
            Assert.True(File.Exists(Ready), "the process that should hold the store ended early");

            var refusal = Assert.Throws<StorageException>(() => DuckDbTransferStore.Open(_folder.Data));

            Assert.Contains("another process has it open", refusal.Message, StringComparison.Ordinal);
            Assert.Contains("spoor serve", refusal.Remedy, StringComparison.Ordinal);
        }
        finally
        {
            holder.Kill();
            await holder.WaitForExitAsync(Cancellation);
        }
    }

    /// <summary>The other process of the test above: DuckDB shares a file between connections of one process.</summary>
    [Fact(Explicit = true)]
    public async Task Holds_a_store_until_killed()
    {
        string? folder = Environment.GetEnvironmentVariable(HeldFolder);
        Assert.SkipWhen(folder is null, $"runs only as a child process, with {HeldFolder} set");
        using var store = DuckDbTransferStore.Open(DataFolder.At(folder));
        await File.WriteAllTextAsync(Path.Combine(folder, "ready"), "", Cancellation);
        await Task.Delay(TimeSpan.FromMinutes(1), Cancellation);
    }

    private static async Task UntilAsync(Func<bool> reached)
    {
        for (int attempt = 0; attempt < 600 && !reached(); attempt++)
        {
            await Task.Delay(50, Cancellation);
        }
    }

    private Process StartHolder()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(typeof(StoreFileTests).Assembly.Location);
        start.ArgumentList.Add("--explicit");
        start.ArgumentList.Add("only");
        start.ArgumentList.Add("--filter-method");
        start.ArgumentList.Add($"*.{nameof(Holds_a_store_until_killed)}");
        start.Environment[HeldFolder] = _folder.Path;
        var holder = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
        holder.BeginOutputReadLine();
        holder.BeginErrorReadLine();
        return holder;
    }
}
