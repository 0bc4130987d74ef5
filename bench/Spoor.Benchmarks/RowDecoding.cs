using BenchmarkDotNet.Attributes;
using Spoor.Storage;
using Spoor.Storage.DuckDb;
using Spoor.Transfers;

namespace Spoor.Benchmarks;

/// <summary>Rows of the DuckDB store as transfers: a frontier that matches all of them; the time is that of one row.</summary>
[MemoryDiagnoser]
public class RowDecoding : IDisposable
{
    private const int Transfers = 100_000;
    private const int Addresses = 100;

    private DuckDbTransferStore? _store;
    private HashSet<Address> _frontier = [];

    [GlobalSetup]
    public async Task FillAsync()
    {
        List<Transfer> transfers = [.. new SyntheticChain(Transfers, Addresses, 1).All()];
        _frontier = [.. transfers.Select(transfer => transfer.From!.Value)];
        _store = DuckDbTransferStore.Open(DataFolder.At(DataFolder.Memory));
        long height = transfers[0].Position.Block;
        var block = new Block
        {
            Chain = SyntheticChain.Chain,
            Height = height,
            Time = SyntheticChain.Start,
            Transfers = [.. transfers.Select(transfer => transfer with { Position = transfer.Position with { Block = height } })],
        };
        await _store.AppendAsync(block, CancellationToken.None);
    }

    [Benchmark(OperationsPerInvoke = Transfers)]
    public Task<IReadOnlyList<Transfer>> Read() =>
        _store!.TransfersOfAsync(SyntheticChain.Chain, _frontier, CancellationToken.None);

    [GlobalCleanup]
    public void Dispose()
    {
        _store?.Dispose();
        GC.SuppressFinalize(this);
    }
}
