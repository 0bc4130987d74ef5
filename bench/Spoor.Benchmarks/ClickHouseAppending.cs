using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using Spoor.Storage.ClickHouse;
using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Benchmarks;

/// <summary>How fast a store in ClickHouse takes transfers, and how long a trace of 20 hops through 5,120 addresses takes in it.</summary>
/// <remarks>Chunks are made before the clock of each starts, so that only appending is measured. The store must be new.</remarks>
internal static class ClickHouseAppending
{
    private const int Chunk = 500_000;
    private const int Lanes = 256;
    private const int Hops = 20;
    private const int Seed = 1;
    private const long TheftBlock = 30_000_000;
    private static readonly TxHash TheftTx = new(1, 1);

    /// <param name="arguments">The address of the store, and how many transfers; 10,000,000 unless said.</param>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        int count = arguments.Count > 1 ? int.Parse(arguments[1], NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : 10_000_000;
        using var store = await ClickHouseTransferStore.OpenAsync(ClickHouseAddress.Parse(arguments[0]), TimeProvider.System, default);
        var (took, busy) = (TimeSpan.Zero, TimeSpan.Zero);
        long added = 0;
        foreach (var chunk in new SyntheticChain(count, count / 4, Seed).All().Chunk(Chunk))
        {
            var (clock, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            added += await store.AppendManyAsync(SyntheticChain.Chain, chunk, default);
            took += clock.Elapsed;
            busy += Environment.CpuUsage.TotalTime - before;
        }

        var status = await store.StatusAsync(default);
        Say($"appended {added} transfers in {took.TotalSeconds:0.0} s, {added / took.TotalSeconds:0} a second; {busy.TotalSeconds:0.0} s of this process's processors; {status.Bytes / 1e6:0} MB on disk");
        await store.AppendManyAsync(SyntheticChain.Chain, [.. Theft()], default);
        for (int round = 1; round <= 3; round++)
        {
            var clock = Stopwatch.StartNew();
            var trace = await Tracer.RunAsync(store, new() { Rule = TaintRule.Haircut, Claims = [new TheftClaim.ByTransaction(SyntheticChain.Chain, TheftTx)], Stops = new() { MaxHops = Hops + 1, MinCounterparties = 10_000 } }, null, default);
            Say($"trace of {Hops} hops: {trace.Holdings.Count} holdings in {clock.Elapsed.TotalSeconds:0.00} s");
        }

        return 0;
    }

    // To a thief, from there over many lanes of fresh addresses, a hop every ten blocks.
    private static IEnumerable<Transfer> Theft()
    {
        yield return Move(0, 0, TheftTx, Fresh(0, 1), Fresh(0, 2));
        for (int lane = 0; lane < Lanes; lane++)
        {
            for (int hop = 0; hop < Hops; hop++)
            {
                yield return Move(1 + hop, lane, new(2, (UInt128)((lane * Hops) + hop)), hop == 0 ? Fresh(0, 2) : Fresh(lane + 1, hop - 1), Fresh(lane + 1, hop));
            }
        }
    }

    private static Transfer Move(int hop, int transaction, TxHash tx, Address from, Address to) => new()
    {
        Position = new(TheftBlock + (10 * hop), transaction, Phase.Value, 0),
        Time = SyntheticChain.Start.AddDays(100).AddSeconds(120 * hop),
        Tx = tx,
        Kind = TransferKind.Native,
        From = from,
        To = to,
        Asset = new(SyntheticChain.Chain, "slip44:60"),
        Amount = new(hop == 0 ? (UInt128)1_000_000_000 * Lanes : 1_000_000_000),
    };

    private static Address Fresh(int lane, int hop)
    {
        byte[] bytes = new byte[20];
        BinaryPrimitives.WriteInt32BigEndian(bytes, lane + 1);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(16), hop + 1);
        return new(AddressKind.Account20, bytes);
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
