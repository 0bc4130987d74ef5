using System.Globalization;
using Spoor.Storage.ClickHouse;
using Spoor.Tests.Storage;

[assembly: AssemblyFixture(typeof(Spoor.Tests.Engines.ClickHouseServers))]

namespace Spoor.Tests.Engines;

/// <summary>Servers that tests share, each test with a database of its own; started by the first that asks, ended with the run.</summary>
public sealed class ClickHouseServers : IAsyncDisposable
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<int, Task<ClickHouseEngine[]>> Running = [];
    private static readonly TemporaryFolder Folder = new();
    private static int Databases;

    /// <summary>A store of its own over as many shards; the test is skipped where ClickHouse is not installed.</summary>
    internal static async Task<ClickHouseTransferStore> NewStoreAsync(int shards) =>
        await ClickHouseTransferStore.OpenAsync(await NewAddressAsync(shards), TimeProvider.System, TestContext.Current.CancellationToken);

    /// <summary>Where a store may be made; the test is skipped where ClickHouse is not installed.</summary>
    internal static async Task<ClickHouseAddress> NewAddressAsync(int shards) =>
        ClickHouseAddress.Parse(await NewUrlAsync(shards));

    internal static async Task<string> NewUrlAsync(int shards) => UrlOf(await EnginesAsync(shards));

    internal static string UrlOf(IReadOnlyList<ClickHouseEngine> engines)
    {
        string hosts = string.Join(',', engines.Select(engine => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{engine.HttpPort}")));
        return $"clickhouse://{hosts}/spoor{Interlocked.Increment(ref Databases)}{(engines.Count > 1 ? "?cluster=spoor_test" : "")}";
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var starting in Running.Values)
        {
            foreach (var engine in await starting)
            {
                await engine.DisposeAsync();
            }
        }

        Folder.Dispose();
    }

    private static Task<ClickHouseEngine[]> EnginesAsync(int shards)
    {
        Assert.SkipWhen(ClickHouseEngine.Library is null, ClickHouseEngine.HowToGet);
        lock (Gate)
        {
            if (!Running.TryGetValue(shards, out var starting))
            {
                string folder = Path.Combine(Folder.Path, $"{shards}");
                Directory.CreateDirectory(folder);
                Running[shards] = starting = ClickHouseEngine.StartAsync(shards, folder);
            }

            return starting;
        }
    }
}
