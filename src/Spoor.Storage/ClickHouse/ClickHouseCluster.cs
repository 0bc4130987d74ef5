namespace Spoor.Storage.ClickHouse;

/// <summary>The servers of a store: one is asked for everything, each is told to remove rows.</summary>
internal sealed class ClickHouseCluster : IDisposable
{
    private const string ShardsSql = """
        SELECT shard_num, any(host_name), any(port), count() FROM system.clusters WHERE cluster = {cluster:String} GROUP BY shard_num ORDER BY shard_num
        """;

    private readonly ClickHouseAddress _address;
    private readonly TimeProvider _clock;
    private readonly ClickHouseServer _first;
    private readonly List<ClickHouseServer> _all;

    private ClickHouseCluster(ClickHouseAddress address, IReadOnlyList<ClickHouseShard> shards, string database, TimeProvider clock)
    {
        (_address, Shards, _clock) = (address, shards, clock);
        _all = [.. HostsOf(address, shards).Select(host => new ClickHouseServer(address, host, database))];
        _first = _all[0];
    }

    /// <summary>Empty for one server.</summary>
    public IReadOnlyList<ClickHouseShard> Shards { get; }

    /// <summary>Connects to servers that know the cluster; whether they hold a store is another question.</summary>
    /// <exception cref="StorageException">A server does not answer or the cluster is not one Spoor can use.</exception>
    public static async Task<ClickHouseCluster> ConnectAsync(ClickHouseAddress address, string database, TimeProvider clock, CancellationToken cancellation)
    {
        if (address.Cluster is not { } name)
        {
            return new(address, [], database, clock);
        }

        using var first = new ClickHouseServer(address, address.Hosts[0], "system");
        var shards = await first.ReadAsync(
            new Question(ShardsSql).With("cluster", name),
            row => new ClickHouseShard((uint)row.Int32(), row.Text(), row.Byte() | (row.Byte() << 8), (int)row.UInt64()),
            cancellation);
        return shards switch
        {
            [] => throw new StorageException(address.Shown, $"the server {address.Hosts[0]} knows no cluster {name}", "Define it under remote_servers on every server."),
            _ when shards.Any(shard => shard.Replicas > 1) => throw new StorageException(address.Shown, "its shards have replicas", "Name a cluster with one server a shard."),
            _ => new(address, shards, database, clock),
        };
    }

    public void Dispose() => _all.ForEach(server => server.Dispose());

    public Task<List<T>> ReadAsync<T>(Question question, Func<RowReader, T> read, CancellationToken cancellation) =>
        GuardAsync(() => _first.ReadAsync(question, read, cancellation), cancellation);

    public Task EachAsync(Question question, Action<RowReader> each, CancellationToken cancellation) => GuardAsync(
        async () =>
        {
            await _first.EachAsync(question, each, cancellation);
            return true;
        },
        cancellation);

    public Task ExecuteAsync(Question question, CancellationToken cancellation) => EachAsync(question, _ => { }, cancellation);

    /// <summary>Rows into a table; they are on their shards when this returns.</summary>
    public Task InsertAsync<T>(string table, string columns, IReadOnlyCollection<T> items, Action<RowBuffer, T> write, CancellationToken cancellation) =>
        items.Count == 0
            ? Task.CompletedTask
            : InsertAsync(table, columns, "RowBinary", (stream, token) => Rows.SendAsync(stream, items, write, token), cancellation);

    /// <summary>Rows into a table in a format of ClickHouse; they are on their shards when this returns.</summary>
    /// <remarks>A server with more to merge than it can is given time; an error leaves it open which rows arrived.</remarks>
    /// <param name="send">Writes all rows; may be asked to again.</param>
    public Task InsertAsync(string table, string columns, string format, Func<Stream, CancellationToken, Task> send, CancellationToken cancellation) => GuardAsync(
        async () =>
        {
            for (int attempt = 1; ; attempt++)
            {
                try
                {
                    await _first.InsertAsync(new($"INSERT INTO {table} ({columns}) SETTINGS distributed_foreground_insert = 1, async_insert = 0 FORMAT {format}"), send, cancellation);
                    return true;
                }
                catch (StorageException failure) when (ClickHouseFailure.AsksToWait(failure) && attempt < 5)
                {
                    await Task.Delay(TimeSpan.FromSeconds(1 << attempt), _clock, cancellation);
                }
            }
        },
        cancellation);

    /// <summary>A statement on every server.</summary>
    public Task OnEachAsync(Func<Question> statement, CancellationToken cancellation) => Task.WhenAll(_all.Select(server => GuardAsync(
        async () =>
        {
            await server.ExecuteAsync(statement(), cancellation);
            return true;
        },
        cancellation)));

    // One server named stands for all where each shard has a host of its own: the others listen on the same port there.
    private static IEnumerable<ClickHouseHost> HostsOf(ClickHouseAddress address, IReadOnlyList<ClickHouseShard> shards)
    {
        int named = address.Hosts.Distinct().Count();
        bool haveOwnHosts = shards.DistinctBy(shard => shard.Host).Count() == shards.Count;
        return (named, shards.Count) switch
        {
            (_, 0) or (1, 1) => address.Hosts.Take(1),
            (1, _) when haveOwnHosts => shards.Select(shard => new ClickHouseHost(shard.Host, address.Hosts[0].Port)).Where(host => host != address.Hosts[0]).Prepend(address.Hosts[0]),
            var (servers, there) when servers == there => address.Hosts,
            var (servers, there) => throw new StorageException(
                address.Shown,
                $"the cluster {address.Cluster} has {Servers(there)} ({string.Join(", ", shards.Select(shard => $"{shard.Host}:{shard.Port}"))}), the address names {servers}",
                $"Name the HTTP port of each: clickhouse://{string.Join(',', shards.Select(shard => $"{shard.Host}:PORT"))}/{address.Database}?cluster={address.Cluster}."),
        };
    }

    private static string Servers(int count) => count == 1 ? "one server" : $"{count} servers";

    private async Task<T> GuardAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            return await work();
        }
        catch (StorageException failure) when (Shards.Count > 1 && ClickHouseFailure.MayBeLost(failure))
        {
            var gone = await GoneAsync(cancellation);
            throw gone.Count > 0 ? ClickHouseFailure.Gone(_address.Shown, gone, failure) : failure;
        }
    }

    /// <summary>The shards that do not answer; none where nobody is left to say so.</summary>
    private async Task<IReadOnlyList<ClickHouseShard>> GoneAsync(CancellationToken cancellation)
    {
        foreach (var server in _all)
        {
            try
            {
                var question = new Question($"SELECT DISTINCT _shard_num FROM cluster('{_address.Cluster}', system.one) SETTINGS skip_unavailable_shards = 1");
                var answering = await server.ReadAsync(question, row => (uint)row.Int32(), cancellation);
                return [.. Shards.Where(shard => !answering.Contains(shard.Number))];
            }
            catch (StorageException)
            {
                // The next may still answer.
                continue;
            }
        }

        return [];
    }
}
