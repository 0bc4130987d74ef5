using Spoor.Cli.Watching;
using Spoor.Detection;
using Spoor.Storage;
using Spoor.Transfers;

namespace Spoor.Cli.Demo.Live;

/// <summary>Plays the story on two real nodes while a watch follows them.</summary>
internal sealed class LiveDemo(string program, TimeProvider clock, Action<string> say) : IAlertSink
{
    private static readonly TimeSpan BetweenThefts = TimeSpan.FromMilliseconds(300);

    // Nobody waits for this alert: a busy machine is to tell the same story as an idle one.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

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
            var step = new LockStep(run, watching, clock);
            await step.CatchUpAsync(ethereum, cancellation);
            await step.CatchUpAsync(binance, cancellation);
            return await TellStoryAsync(exchange, step, cancellation) with
            {
                Blocks = run.Vitals.Chains.Sum(chain => chain.Blocks),
                Transfers = run.Vitals.Chains.Sum(chain => chain.Transfers),
            };
        }
        finally
        {
            await end.CancelAsync();
            await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<LiveTheft> TellStoryAsync(DemoExchange exchange, LockStep step, CancellationToken cancellation)
    {
        say($"{DemoExchange.Name} goes about its business on two chains of this machine …");
        foreach (var payment in exchange.AllBusiness)
        {
            await step.SendAsync(payment, cancellation);
        }

        await exchange.HurryAsync(cancellation);
        say("The thief's address gets gas, and the hot wallets are emptied …");
        await step.SendAsync(exchange.TopUp, cancellation);
        var theft = await SendAsync(exchange.Theft, step, cancellation);
        say("The exchange brings the rest to its cold wallet …");
        var rescue = await SendAsync(exchange.Rescue, step, cancellation);
        return new() { Theft = theft, Rescue = rescue, Notices = [.. _heard] };
    }

    private async Task<IReadOnlyList<SentPayment>> SendAsync(IReadOnlyList<DemoPayment> payments, LockStep step, CancellationToken cancellation)
    {
        List<SentPayment> sent = [];
        foreach (var payment in payments)
        {
            sent.Add(await step.SendAsync(payment, cancellation));
            await Task.Delay(BetweenThefts, clock, cancellation);
        }

        return sent;
    }

    private WatchParts PartsOf(DemoExchange exchange, IReadOnlyList<DemoChain> chains, string folder) => new()
    {
        Watch = exchange.Watch,
        Prices = DemoPrices.Book(DemoExchange.Start, 10),
        Nodes = [.. chains.Select(chain => NodeOf(chain, clock))],
        Folder = DataFolder.At(folder),
        AlertFile = Path.Combine(folder, "alerts.jsonl"),
        Sinks = [this],
        PastPatience = Patience,
    };

    // From the head, as a watch begins: the chains stand still until it has.
    private static WatchedNode NodeOf(DemoChain chain, TimeProvider clock) =>
        WatchNodes.Open(chain.Chain, [chain.Url.AbsoluteUri], chain.WebSocketUrl.AbsoluteUri, isPrivate: true, Patience, clock);

    private Task<DemoChain> StartAsync(string chain, long coins, CancellationToken cancellation) =>
        DemoChain.StartAsync(program, ChainRegistry.Get(ChainId.Parse(chain)), coins, DemoExchange.Start, clock, cancellation);
}
