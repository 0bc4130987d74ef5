using System.Globalization;
using System.Text;
using Spoor.Cli.Demo.Live;
using Spoor.Cli.Watching;
using Spoor.Detection;
using Spoor.Storage;
using Spoor.Transfers;
using Spoor.Web.Webhooks;

namespace Spoor.Tests.Cli.Watching;

/// <summary>The exchange of the demonstration on real nodes, watched from a folder of the test's own.</summary>
internal static class WatchedDemo
{
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task<DemoChain> StartAsync(string chain, long coins)
    {
        string? program = AnvilBinary.Find(Repository.Root);
        Assert.SkipWhen(program is null, $"Anvil is not installed. {AnvilBinary.HowToGet}");
        return DemoChain.StartAsync(program, ChainRegistry.Get(ChainId.Parse(chain)), coins, DemoExchange.Start, TimeProvider.System, Cancellation);
    }

    public static WatchParts PartsOf(WatchList watch, IReadOnlyList<DemoChain> chains, string folder, long? from = 1) => new()
    {
        Watch = watch,
        Prices = DemoPrices.Book(DemoExchange.Start, 10),
        Nodes =
        [
            .. chains.Select(chain => WatchNodes.Open(chain.Chain, [chain.Url.AbsoluteUri], chain.WebSocketUrl.AbsoluteUri, isPrivate: true, TimeProvider.System)
                with { From = from }),
        ],
        Folder = DataFolder.At(folder),
        AlertFile = Path.Combine(folder, "alerts.jsonl"),
    };

    public static WebhookTarget TargetOf(string url) => WebhookTarget.Of(url, WebhookSecret.Parse(Secret, "test"), isInternal: true);

    /// <summary>Runs until every chain is seen to its head and what else was asked for holds.</summary>
    public static async Task<WatchedRun> RunAsync(
        WatchParts parts, IReadOnlyList<DemoChain> chains, Func<Task> meanwhile, Func<WatchRun, bool>? until = null)
    {
        List<string> said = [];
        await using var run = new WatchRun(parts, TimeProvider.System, said.Add);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        end.CancelAfter(Patience);
        var watching = run.RunAsync(end.Token);
        await meanwhile();
        foreach (var chain in chains)
        {
            long height = await chain.HeightAsync(Cancellation);
            await UntilAsync(() => run.Vitals.Chains.First(known => known.Chain == chain.Chain.Id).Head >= height);
        }

        await UntilAsync(() => until?.Invoke(run) ?? true);
        var gauges = await run.GaugesAsync(end.Token);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
        return new(said, gauges);

        async Task UntilAsync(Func<bool> holds)
        {
            while (!holds())
            {
                if (watching.IsCompleted)
                {
                    await watching;
                }

                await Task.Delay(Look, TimeProvider.System, end.Token);
            }
        }
    }

    /// <summary>The wallets of one chain as a watch file, without what they held.</summary>
    public static string Yaml(WatchList watch, ChainId chain)
    {
        var text = new StringBuilder("owners:\n");
        foreach (var owner in watch.Owners)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - name: {owner.Name}\n    wallets:\n");
            foreach (var wallet in owner.Wallets.Where(wallet => wallet.Chain == chain))
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"      - {{chain: {chain}, address: \"{AddressText.Render(chain, wallet.Address)}\", use: {wallet.Use.ToString().ToLowerInvariant()}, name: {wallet.Name}}}\n");
            }
        }

        return text.ToString();
    }

    /// <summary>The story's prices as a file.</summary>
    public static string Csv() => "date,symbol,close_usd\n" + string.Concat(
        from day in Enumerable.Range(0, 10)
        from price in DemoPrices.BySymbol
        select string.Create(CultureInfo.InvariantCulture, $"{DemoExchange.Start.AddDays(day):yyyy-MM-dd},{price.Key},{price.Value}\n"));
}

/// <summary>What a run said and how its wallets stood when it was stopped.</summary>
internal sealed record WatchedRun(IReadOnlyList<string> Said, IReadOnlyList<WalletGauge> Gauges);
