using System.Globalization;
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

    [Theory]
    [InlineData("{0},{0}", 1)]
    [InlineData("{0},{1},127.0.0.1:1", 3)]
    public async Task Only_an_address_that_names_each_server_once_and_no_other_is_taken(string hosts, int counted)
    {
        var both = await ClickHouseServers.NewAddressAsync(2);

        string refusal = await RefusalOfAsync(both, string.Format(CultureInfo.InvariantCulture, hosts, both.Hosts[0], both.Hosts[1]));

        Assert.Contains("has 2 servers", refusal, StringComparison.Ordinal);
        Assert.Contains($"the address names {counted}.", refusal, StringComparison.Ordinal);
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
