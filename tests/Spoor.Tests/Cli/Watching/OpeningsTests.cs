using Spoor.Chains.Evm;
using Spoor.Cli.Demo.Live;
using Spoor.Cli.Watching;
using Spoor.Detection;
using Spoor.Tests.Storage;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Tests.Cli.Watching;

/// <summary>What wallets held before the watch began, from the node, so that what is at risk is known from the first block.</summary>
public sealed class OpeningsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = 180_000)]
    public async Task A_watch_that_starts_in_the_middle_knows_what_is_held_and_says_so_and_remembers_it()
    {
        await using var ethereum = await WatchedDemo.StartAsync("eip155:1", DemoExchange.EtherAtStart);
        await using var binance = await WatchedDemo.StartAsync("eip155:56", DemoExchange.BnbAtStart);
        var exchange = new DemoExchange(ethereum, binance);
        await exchange.OpenAsync(Cancellation);
        var parts = WatchedDemo.PartsOf(WithoutOpenings(exchange.Watch), [ethereum, binance], _folder.Path, from: null);

        var first = await WatchedDemo.RunAsync(parts, [ethereum, binance], () => exchange.Theft[0].SendAsync(Cancellation));
        var second = await WatchedDemo.RunAsync(
            parts with { Nodes = WatchedDemo.PartsOf(parts.Watch, [ethereum, binance], _folder.Path).Nodes }, [ethereum, binance], () => Task.CompletedTask);

        // Without what the node said nobody would know of how much this is the most part.
        string notice = Assert.Single(await File.ReadAllLinesAsync(Path.Combine(_folder.Path, "alerts.jsonl"), Cancellation));
        Assert.Contains("88.5 % of 5,0", notice, StringComparison.Ordinal);
        Assert.Contains(first.Said, said => said.StartsWith("Ethereum: 2 hot and cold wallets held ", StringComparison.Ordinal) && said.Contains("as the node says", StringComparison.Ordinal));
        Assert.DoesNotContain(second.Said, said => said.Contains("as the node says", StringComparison.Ordinal));
        Assert.Equal(first.Gauges.Select(gauge => (gauge.Name, gauge.Holds)), second.Gauges.Select(gauge => (gauge.Name, gauge.Holds)));
        Assert.True(first.Gauges[0].Holds > UsdValue.OfDollars(3_000_000));
    }

    [Fact]
    public void What_the_watch_file_says_wins_over_the_node()
    {
        var (chain, hot) = (ChainId.Parse("eip155:1"), AddressText.Parse(ChainId.Parse("eip155:1"), "0xD782E53A49D564F5fce4bA99555DD25d16d02a75"));
        AssetId ether = new(chain, "slip44:60"), dai = new(chain, "erc20:0x6b175474e89094c44da98b954eedeac495271d0f");
        var watch = new WatchList(
        [
            new() { Name = "Desk", Wallets = [new() { Chain = chain, Address = hot, Use = WalletUse.Hot, Opening = new Dictionary<AssetId, Amount> { [ether] = new(7) } }] },
        ]);

        var completed = Openings.Completed(
            watch, [new(chain, 100, [new(hot, ether, new Amount(5)), new(hot, dai, new Amount(3)), new(hot, new(chain, "erc20:0x00"), null)])]);

        Assert.Equal([(dai, new Amount(3)), (ether, new Amount(7))], completed.Owners[0].Wallets[0].Opening.OrderBy(held => held.Key).Select(held => (held.Key, held.Value)));
    }

    [Fact]
    public void Where_a_watch_began_is_read_as_it_was_written_and_damage_is_named()
    {
        string path = Path.Combine(_folder.Path, "watch.beginning");
        var (chain, hot) = (ChainId.Parse("eip155:1"), AddressText.Parse(ChainId.Parse("eip155:1"), "0xD782E53A49D564F5fce4bA99555DD25d16d02a75"));
        EvmBalance[] held = [new(hot, new(chain, "slip44:60"), new Amount(UInt128.MaxValue))];

        new BeginningFile(path).Write([new(chain, 100, held)]);
        var read = Assert.Single(new BeginningFile(path).Read());

        Assert.Equal((chain, 100L), (read.Chain, read.First));
        Assert.Equal(held, read.Held);
        File.WriteAllText(path, "{\"spoor\": \"watch-beginning/2\"}");
        Assert.Contains("watch.beginning: expected watch-beginning/1", Assert.Throws<FormatException>(() => new BeginningFile(path).Read()).Message, StringComparison.Ordinal);
    }

    private static WatchList WithoutOpenings(WatchList watch) => new(
    [
        .. watch.Owners.Select(owner => owner with
        {
            Wallets = [.. owner.Wallets.Select(wallet => wallet with { Opening = new Dictionary<AssetId, Amount>() })],
        }),
    ]);
}
