using System.Diagnostics;
using System.Globalization;
using Spoor.Detection;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Benchmarks;

/// <summary>Transfers a second that the detector takes on one core with 10,000 wallets watched, and the memory it needs.</summary>
/// <remarks>Not a micro-benchmark: it is one long run, because habits, windows and the journal must be full to be measured.</remarks>
internal static class DetectionThroughput
{
    private const int Wallets = 10_000;
    private const int Owners = 500;
    private const int BlockTransfers = 200;
    private const int Strangers = 200_000;

    private static readonly ChainId Chain = ChainId.Parse("eip155:1");
    private static readonly AssetId Coin = new(Chain, "slip44:60");
    private static readonly AssetId Tether = new(Chain, "erc20:0xdac17f958d2ee523a2206206994597c13d831ec7");
    private static readonly DateTimeOffset Begin = new(2023, 9, 12, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Runs the mixes: one transfer in ten concerns a watched wallet, as on a chain; and every one does, as in the worst case.</summary>
    public static int Run(string[] args)
    {
        int transfers = args is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 2_000_000;
        Console.WriteLine("watched share    transfers    transfers/s    per CPU second    managed memory    bytes made a transfer    notices");
        foreach (int percent in (int[])[1, 10, 100])
        {
            Console.WriteLine(Measure(transfers, percent));
        }

        return 0;
    }

    private static string Measure(int transfers, int percent)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        var detector = new DrainDetector(Watched(), Prices());
        var blocks = new Blocks(percent);
        var clock = new Stopwatch();
        var cpu = TimeSpan.Zero;
        using var process = Process.GetCurrentProcess();
        long notices = 0;
        long made = 0;
        for (int done = 0; done < transfers; done += BlockTransfers)
        {
            // The making of a block is not the detector's work.
            var block = blocks.Next();
            // Beside the clock the processor's time, because other programs may take turns on the core.
            process.Refresh();
            var begun = process.TotalProcessorTime;
            long madeBefore = GC.GetAllocatedBytesForCurrentThread();
            clock.Start();
            var histories = detector.Unfamiliar(block).ToDictionary(address => address, _ => Known);
            notices += detector.Apply(block, histories).Count;
            clock.Stop();
            made += GC.GetAllocatedBytesForCurrentThread() - madeBefore;
            process.Refresh();
            cpu += process.TotalProcessorTime - begun;
        }

        long after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(detector);
        GC.KeepAlive(blocks);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{percent,11} %    {transfers,9:N0}    {transfers / clock.Elapsed.TotalSeconds,11:N0}    {transfers / cpu.TotalSeconds,14:N0}    {(after - before) / 1048576.0,11:N0} MB    {made / transfers,21:N0}    {notices,7:N0}");
    }

    private static RecipientHistory Known { get; } = new() { Nonce = 7, HasCode = false, Movements = 9, First = Begin.AddYears(-1), KnownFrom = Begin.AddYears(-2) };

    private static WatchList Watched() => new(
    [
        .. Enumerable.Range(0, Owners).Select(owner => new WatchedOwner
        {
            Name = string.Create(CultureInfo.InvariantCulture, $"Owner {owner}"),
            Wallets =
            [
                .. Enumerable.Range(0, Wallets / Owners).Select(wallet => new WatchedWallet
                {
                    Chain = Chain,
                    Address = At((owner * (Wallets / Owners)) + wallet),
                    Use = WalletUse.Hot,
                    Opening = new Dictionary<AssetId, Amount> { [Coin] = new(UInt128.Parse("100000000000000000000000", CultureInfo.InvariantCulture)), [Tether] = new(1_000_000_000_000_000) },
                }),
            ],
        }),
    ]);

    private static PriceBook Prices() => new(
        [.. Enumerable.Range(0, 60).SelectMany(day => new[] { PriceOf("ETH", 1_600m, day), PriceOf("USDT", 1m, day) })], PriceSymbols.Builtin);

    private static Price PriceOf(string symbol, decimal usd, int day) =>
        new() { Subject = symbol, Kind = PriceKind.Daily, Time = Begin.AddDays(day), Usd = usd, Source = "round figures" };

    private static Address At(int number)
    {
        byte[] bytes = new byte[20];
        BitConverter.TryWriteBytes(bytes, number + 1);
        bytes[19] = 1;
        return new(AddressKind.Account20, bytes);
    }

    private sealed class Blocks(int percent)
    {
        private readonly Random _random = new(1);
        private long _height = 18_000_000;
        private long _tx;

        public Block Next()
        {
            _height++;
            var time = Begin.AddSeconds(12 * (_height - 18_000_000));
            return new() { Chain = Chain, Height = _height, Time = time, Transfers = [.. Enumerable.Range(0, BlockTransfers).Select(i => Move(time, i))] };
        }

        // Half of what concerns a wallet comes in and half goes out, in ether and in tokens, mostly small.
        private Transfer Move(DateTimeOffset time, int index)
        {
            bool isWatched = _random.Next(100) < percent;
            bool isToken = _random.Next(2) == 0;
            var wallet = At(isWatched ? _random.Next(Wallets) : Wallets + _random.Next(Strangers));
            var other = At(Wallets + _random.Next(Strangers));
            bool isOut = _random.Next(2) == 0;
            ulong size = (ulong)Math.Pow(10, 2 + (2.5 * _random.NextDouble()));
            return new()
            {
                Position = new(_height, index, isToken ? Phase.Log : Phase.Value, 0),
                Time = time,
                Tx = new(UInt128.One, (UInt128)(++_tx)),
                Kind = isToken ? TransferKind.Token : TransferKind.Native,
                From = isOut ? wallet : other,
                To = isOut ? other : wallet,
                Asset = isToken ? Tether : Coin,
                Amount = new(isToken ? size * 1_000_000 : size * (UInt128)625_000_000_000_000),
            };
        }
    }
}
