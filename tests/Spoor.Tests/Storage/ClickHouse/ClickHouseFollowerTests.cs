using Spoor.Storage.ClickHouse;
using Spoor.Tests.Contracts;
using Spoor.Tests.Engines;
using Spoor.Transfers;

namespace Spoor.Tests.Storage.ClickHouse;

/// <summary>ClickHouse follows a chain as every follower does.</summary>
public class ClickHouseFollowerTests : ChainFollowerContract, IAsyncLifetime
{
    private ClickHouseTransferStore? _store;

    protected override ITransferStore Store => _store!;

    protected virtual int Shards => 1;

    public async ValueTask InitializeAsync() => _store = await ClickHouseServers.NewStoreAsync(Shards);

    public ValueTask DisposeAsync()
    {
        _store?.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}

/// <summary>And so it does over two shards.</summary>
public sealed class ShardedFollowerTests : ClickHouseFollowerTests
{
    protected override int Shards => 2;
}
