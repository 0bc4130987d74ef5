using Spoor.Storage;
using Spoor.Storage.ClickHouse;
using Spoor.Tests.Engines;

namespace Spoor.Tests.Storage.ClickHouse;

/// <summary>An address names as many servers as its cluster has, or one that stands for all.</summary>
public sealed class ClusterServersTests
{
    [Fact]
    public async Task One_server_does_not_stand_for_two_on_the_same_host()
    {
        var both = await ClickHouseServers.NewAddressAsync(2);

        string refusal = await RefusalOfAsync(both, $"{both.Hosts[0]}");

        Assert.Contains("the cluster spoor_test has 2 servers (127.0.0.1:", refusal, StringComparison.Ordinal);
        Assert.Contains("), the address names 1. Name the HTTP port of each: clickhouse://127.0.0.1:PORT,127.0.0.1:PORT/", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_named_twice_counts_once()
    {
        var both = await ClickHouseServers.NewAddressAsync(2);

        string refusal = await RefusalOfAsync(both, $"{both.Hosts[0]},{both.Hosts[0]}");

        Assert.Contains("has 2 servers", refusal, StringComparison.Ordinal);
        Assert.Contains("the address names 1.", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_servers_than_the_cluster_has_are_refused()
    {
        var both = await ClickHouseServers.NewAddressAsync(2);

        string refusal = await RefusalOfAsync(both, $"{both.Hosts[0]},{both.Hosts[1]},127.0.0.1:1");

        Assert.Contains("has 2 servers", refusal, StringComparison.Ordinal);
        Assert.Contains("the address names 3.", refusal, StringComparison.Ordinal);
    }

    // Nothing may have been made on the server that was named.
    private static async Task<string> RefusalOfAsync(ClickHouseAddress address, string hosts)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var other = ClickHouseAddress.Parse($"clickhouse://{hosts}/{address.Database}?cluster={address.Cluster}");
        var refusal = await Assert.ThrowsAsync<StorageException>(() => ClickHouseTransferStore.OpenAsync(other, TimeProvider.System, cancellation));
        var existing = await Assert.ThrowsAsync<StorageException>(() => ClickHouseTransferStore.OpenExistingAsync(other, TimeProvider.System, cancellation));
        Assert.Equal(refusal.Message, existing.Message);

        using var store = await ClickHouseTransferStore.OpenAsync(address, TimeProvider.System, cancellation);
        Assert.Empty(await store.HeadsAsync(cancellation));
        return refusal.Message;
    }
}
