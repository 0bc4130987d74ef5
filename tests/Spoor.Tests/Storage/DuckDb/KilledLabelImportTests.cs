using System.Diagnostics;
using Spoor.Storage;
using Spoor.Storage.DuckDb.Labels;
using static Spoor.Tests.Labels.SomeLabels;

namespace Spoor.Tests.Storage.DuckDb;

/// <summary>A process that dies in the middle of an import of labels leaves nothing of it.</summary>
public sealed class KilledLabelImportTests : IDisposable
{
    private const string HeldFolder = "SPOOR_TEST_LABEL_FOLDER";

    private static readonly LabelDelivery First = new("first", "1", "csv") { Labels = [Of(Pivot, Ethereum, "a", "heist").As("1")] };
    private static readonly LabelDelivery Second = new("second", "2", "csv")
    {
        Labels = [.. Enumerable.Range(0, 20_000).Select(i => Of(Dai, Ethereum, $"b{i}", "token").As($"b{i}"))],
    };

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_there_stays_and_nothing_of_the_killed_import_is_there()
    {
        using (var store = DuckDbLabelStore.Open(_folder.Data))
        {
            await store.AppendAsync([First], null, Cancellation);
        }

        using var importer = StartImporter();
        try
        {
            string ready = Path.Combine(_folder.Path, "ready");
            for (int attempt = 0; attempt < 600 && !File.Exists(ready) && !importer.HasExited; attempt++)
            {
                await Task.Delay(50, Cancellation);
            }

            Assert.True(File.Exists(ready), "the process that should import ended early");
        }
        finally
        {
            importer.Kill();
            await importer.WaitForExitAsync(Cancellation);
        }

        using var reopened = DuckDbLabelStore.Open(_folder.Data);
        Assert.Equal(new(1, 1, 1, 0, 0), await reopened.CountsAsync(Cancellation));
        Assert.Equal(20_000, Assert.Single(await reopened.AppendAsync([Second], null, Cancellation)).Added);
    }

    /// <summary>The other process of the test above: all rows are written, the end of the transaction never comes.</summary>
    [Fact(Explicit = true)]
    public async Task Imports_until_killed()
    {
        string? folder = Environment.GetEnvironmentVariable(HeldFolder);
        Assert.SkipWhen(folder is null, $"runs only as a child process, with {HeldFolder} set");
        using var store = DuckDbLabelStore.Open(DataFolder.At(folder));
        await store.AppendAsync([Second], new Waiting(Path.Combine(folder, "ready")), Cancellation);
    }

    private Process StartImporter()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(typeof(KilledLabelImportTests).Assembly.Location);
        start.ArgumentList.Add("--explicit");
        start.ArgumentList.Add("only");
        start.ArgumentList.Add("--filter-method");
        start.ArgumentList.Add($"*.{nameof(Imports_until_killed)}");
        start.Environment[HeldFolder] = _folder.Path;
        var importer = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
        importer.BeginOutputReadLine();
        importer.BeginErrorReadLine();
        return importer;
    }

    private sealed class Waiting(string ready) : IProgress<int>
    {
        public void Report(int value)
        {
            File.WriteAllText(ready, "");
            using var never = new ManualResetEventSlim();
            never.Wait(TimeSpan.FromMinutes(1), Cancellation);
        }
    }
}
