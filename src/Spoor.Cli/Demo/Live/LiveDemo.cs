using Spoor.Cli.Watching;
using Spoor.Detection;
using Spoor.Storage;
using Spoor.Transfers;

namespace Spoor.Cli.Demo.Live;

/// <summary>Plays the story on two real nodes while a watch follows them.</summary>
internal sealed class LiveDemo(string program, TimeProvider clock, Action<string> say) : IAlertSink
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan BetweenThefts = TimeSpan.FromMilliseconds(300);

    private readonly Lock _gate = new();
    private readonly List<HeardNotice> _heard = [];

    /// <summary>Called with each notice as it comes.</summary>
    public Action<AlertNotice> Show { get; init; } = _ => { };

    public ValueTask TellAsync(AlertNotice notice, CancellationToken cancellation)
    {
        lock (_gate)
        {
            _heard.Add(new(notice, clock.GetUtcNow()));
        }

        Show(notice);
        return ValueTask.CompletedTask;
    }

    /// <param name="folder">Empty; is filled.</param>
    public async Task<LiveTheft> PlayAsync(string folder, CancellationToken cancellation)
    {
        await using var ethereum = await StartAsync("eip155:1", DemoExchange.EtherAtStart, cancellation);
        await using var binance = await StartAsync("eip155:56", DemoExchange.BnbAtStart, cancellation);
        var exchange = new DemoExchange(ethereum, binance);
        await exchange.OpenAsync(cancellation);
        await using var run = new WatchRun(PartsOf(exchange, [ethereum, binance], folder), clock, _ => { });
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var watching = run.RunAsync(end.Token);
        try
        {
            return await TellStoryAsync(exchange, [ethereum, binance], run, watching, cancellation);
        }
        finally
        {
            await end.CancelAsync();
            await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<LiveTheft> TellStoryAsync(
        DemoExchange exchange, IReadOnlyList<DemoChain> chains, WatchRun run, Task watching, CancellationToken cancellation)
    {
        say($"{DemoExchange.Name} goes about its business on two chains of this machine …");
        await Task.WhenAll(chains.Select(chain => Task.Run(() => TradeAsync(exchange, chain, cancellation), cancellation)));
        await CatchUpAsync(chains, run, watching, cancellation);
        await Task.WhenAll(chains.Select(chain => chain.PaceAsync(TimeSpan.FromSeconds(12), cancellation)));
        say("The thief's address gets gas, and the hot wallets are emptied …");
        await exchange.TopUp.SendAsync(cancellation);
        var theft = await SendAsync(exchange.Theft, chains, run, watching, cancellation);
        say("The exchange brings the rest to its cold wallet …");
        var rescue = await SendAsync(exchange.Rescue, chains, run, watching, cancellation);
        return new()
        {
            Theft = theft,
            Rescue = rescue,
            Notices = [.. _heard],
            Blocks = run.Vitals.Chains.Sum(chain => chain.Blocks),
            Transfers = run.Vitals.Chains.Sum(chain => chain.Transfers),
        };
    }

    private static async Task TradeAsync(DemoExchange exchange, DemoChain chain, CancellationToken cancellation)
    {
        foreach (var payment in exchange.Business(chain))
        {
            await payment.SendAsync(cancellation);
        }
    }

    private async Task<IReadOnlyList<SentPayment>> SendAsync(
        IReadOnlyList<DemoPayment> payments, IReadOnlyList<DemoChain> chains, WatchRun run, Task watching, CancellationToken cancellation)
    {
        List<SentPayment> sent = [];
        foreach (var payment in payments)
        {
            var now = clock.GetUtcNow();
            sent.Add(new(payment, await payment.SendAsync(cancellation), now));
            await CatchUpAsync(chains, run, watching, cancellation);
            await Task.Delay(BetweenThefts, clock, cancellation);
        }

        return sent;
    }

    // The story goes on when the watch has seen what happened, so that a slow machine tells the same one.
    private async Task CatchUpAsync(IReadOnlyList<DemoChain> chains, WatchRun run, Task watching, CancellationToken cancellation)
    {
        long started = clock.GetTimestamp();
        foreach (var chain in chains)
        {
            long height = await chain.HeightAsync(cancellation);
            while (run.Vitals.Chains.First(known => known.Chain == chain.Chain.Id).Head is not { } head || head < height)
            {
                if (watching.IsCompleted)
                {
                    await watching;
                }

                if (clock.GetElapsedTime(started) > Patience)
                {
                    throw new IOException($"The watch did not reach block {height} of {chain.Chain} within {Patience.TotalSeconds:0} seconds.");
                }

                await Task.Delay(Look, clock, cancellation);
            }
        }
    }

    private WatchParts PartsOf(DemoExchange exchange, IReadOnlyList<DemoChain> chains, string folder) => new()
    {
        Watch = exchange.Watch,
        Prices = DemoPrices.Book(DemoExchange.Start, 10),
        Nodes = [.. chains.Select(NodeOf)],
        Folder = DataFolder.At(folder),
        AlertFile = Path.Combine(folder, "alerts.jsonl"),
        Sinks = [this],
    };

    private WatchedNode NodeOf(DemoChain chain) =>
        WatchNodes.Open(chain.Chain, [chain.Url.AbsoluteUri], chain.WebSocketUrl.AbsoluteUri, isPrivate: true, clock) with { From = 1 };

    private Task<DemoChain> StartAsync(string chain, long coins, CancellationToken cancellation) =>
        DemoChain.StartAsync(program, ChainRegistry.Get(ChainId.Parse(chain)), coins, DemoExchange.Start, clock, cancellation);
}
