using Microsoft.Extensions.Time.Testing;
using Spoor.Cli.Output;
using Spoor.Cli.Watching;
using Spoor.Detection;
using Spoor.Storage;
using Spoor.Tests.Storage;
using Spoor.Tests.Web;
using Spoor.Transfers;
using Spoor.Web.Operations;
using Spoor.Workspace.Watching;
using static Spoor.Tests.Detection.DrainStory;

namespace Spoor.Tests.Cli.Watching;

/// <summary>A watch that looks after its own sight, and says that it is there.</summary>
public sealed class UpkeepTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _clock = new(Begin);
    private readonly List<string> _said = [];

    private string Closes => Path.Combine(_folder.Path, "closes.csv");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_price_file_that_changes_is_read_again_and_a_broken_one_leaves_the_prices_of_before()
    {
        Write("2023-09-12", 1_600);
        var files = new PriceFiles([Closes], TokenList.Builtin);
        var parts = Parts(files);
        var vitals = new WatchVitals([Ethereum], _clock);
        using var detection = Watching(parts);
        var upkeep = new Upkeep(parts, detection, vitals, _clock, _said.Add);
        await upkeep.LookAsync(Cancellation);
        Assert.Empty(_said);

        Write("2023-09-13", 17_000);
        await upkeep.LookAsync(Cancellation);
        Assert.Equal("Prices were read again; the newest is of 2023-09-13T00:00:00Z.", Assert.Single(_said));
        Assert.Equal(new DateTimeOffset(2023, 9, 13, 0, 0, 0, TimeSpan.Zero), vitals.Prices!.Newest);

        await File.WriteAllTextAsync(Closes, "not prices at all", Cancellation);
        await upkeep.LookAsync(Cancellation);
        await upkeep.LookAsync(Cancellation);

        Assert.StartsWith("Prices could not be read again, those of before are used", Assert.Single(_said.Skip(1)), StringComparison.Ordinal);
        Assert.False(vitals.IsHealthy);
        Assert.Equal(new DateTimeOffset(2023, 9, 13, 0, 0, 0, TimeSpan.Zero), detection.Detector.Prices.Newest);
    }

    [Fact]
    public async Task Prices_that_become_void_while_it_runs_are_said_once_and_show_in_its_health()
    {
        Write("2023-09-12", 1_600);
        var parts = Parts(new([Closes], TokenList.Builtin));
        var vitals = new WatchVitals([], _clock);
        using var detection = Watching(parts);
        var upkeep = new Upkeep(parts, detection, vitals, _clock, _said.Add);
        await upkeep.LookAsync(Cancellation);

        Assert.Empty(_said);
        await detection.ApplyAsync([new() { Chain = Ethereum, Height = 1, Time = Begin.AddDays(4), Transfers = [] }], null, Cancellation);
        await upkeep.LookAsync(Cancellation);
        await upkeep.LookAsync(Cancellation);

        Assert.StartsWith("Prices that are void, more than 3 days from the last block: ETH on Ethereum.", Assert.Single(_said), StringComparison.Ordinal);
        Assert.False(vitals.IsHealthy);
        Write("2023-09-16", 1_700);
        await upkeep.LookAsync(Cancellation);
        Assert.True(vitals.IsHealthy);
    }

    [Fact]
    public async Task A_watch_without_prices_and_openings_says_that_it_cannot_speak()
    {
        var parts = Parts(null) with { Watch = Watch(Wallet("hot")), Prices = new([], new(TokenList.Builtin)) };
        using var detection = Watching(parts);

        var blindness = await detection.BlindnessAsync(Cancellation);

        List<string> said = [.. BlindnessText.Sentences(blindness, parts.Watch, parts.Tokens)];
        Assert.StartsWith("This watch cannot tell of any outflow: nothing that it watches has a price", said[0], StringComparison.Ordinal);
        Assert.Contains("No price: ETH on Ethereum", said[1], StringComparison.Ordinal);
        Assert.Contains("1 hot wallet of 1", said[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_sign_of_life_names_every_chain_and_what_is_wrong()
    {
        var vitals = new WatchVitals([Ethereum, Polygon], _clock);
        vitals.Reach(new() { Chain = Ethereum, Head = 100, Tip = 102, BlockTime = Begin, Blocks = 1 });
        vitals.Fail(Polygon, "the node does not answer");
        vitals.Prices = new() { At = Begin, Newest = Begin.AddDays(-1), Assets = 3, Void = ["A"], Unpriced = ["B"] };

        Assert.Equal(
            "Still watching at 2023-09-12T13:00:00Z: Ethereum at block 100, 2 behind, Polygon at no block yet, its node is in trouble; 0 notices since the start"
            + "; newest price of 2023-09-11T13:00:00Z, 1 asset void, 1 asset without.",
            StillWatching.Line(vitals));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_sign_of_life_comes_at_its_interval()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var running = new StillWatching(new([], _clock), TimeSpan.FromMinutes(10), _clock, _said.Add).RunAsync(stop.Token);

        _clock.Advance(TimeSpan.FromMinutes(9));
        Assert.Empty(_said);
        _clock.Advance(TimeSpan.FromMinutes(1));
        while (_said.Count == 0)
        {
            await Task.Yield();
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task The_board_shows_what_the_watch_says_and_its_prices()
    {
        using var page = new MemoryStream();
        using var talk = new StringWriter();
        var terminal = Terminal.OfWriters(page, talk, _folder.Path, _clock);
        var vitals = new WatchVitals([Ethereum], _clock) { Prices = new() { At = Begin, Assets = 1, Unpriced = ["ETH on Ethereum"] } };
        var board = new WatchBoard(terminal, Watch(Wallet("hot")), vitals, _ => Task.FromResult<IReadOnlyList<WalletGauge>>([]));

        board.Say("Ethereum begins at block 100, read from http://127.0.0.1:8545.");
        await board.TellAsync(Notices.Of(1), Cancellation);
        terminal.Page.Write(board.Picture([]));

        string shown = System.Text.Encoding.UTF8.GetString(page.ToArray());
        Assert.Contains("Ethereum begins at block 100", shown, StringComparison.Ordinal);
        Assert.Contains("Prices: no prices.", shown, StringComparison.Ordinal);
    }

    private void Write(string day, int close) => File.WriteAllText(Closes, $"date,symbol,close_usd\n{day},ETH,{close}\n");

    private WatchParts Parts(PriceFiles? files) => new()
    {
        Watch = Watch(Wallet("hot", WalletUse.Hot, (Eth, 5_080m))),
        Prices = files?.Read() ?? Prices,
        PriceFiles = files,
        Nodes = [],
        Folder = DataFolder.At(_folder.Path),
        AlertFile = Path.Combine(_folder.Path, "alerts.jsonl"),
    };

    private static DrainWatch Watching(WatchParts parts) => new(
        new(parts.Watch, parts.Prices, parts.Tokens), new JoinedRecipientHistory(), new Silent(), new(1_000, (_, _) => Task.CompletedTask));

    private sealed class Silent : IAlertSink
    {
        public ValueTask TellAsync(AlertNotice notice, CancellationToken cancellation) => ValueTask.CompletedTask;
    }
}
