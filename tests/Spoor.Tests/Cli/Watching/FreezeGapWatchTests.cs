using Spoor.Cli.Watching;
using Spoor.Detection;
using Spoor.Storage;
using Spoor.Tests.Engines;
using Spoor.Tests.Storage;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Tests.Cli.Watching;

/// <summary>A watch on a real node that says when an issuer's multisig names a thief, who can read that, too.</summary>
public sealed class FreezeGapWatchTests : IDisposable
{
    private const string Multisig = "0xC6CDE7C39eB2f0F0095F41570af89eFC2C1Ea828";
    private const string Tether = "dac17f958d2ee523a2206206994597c13d831ec7";
    private const string Thief = "0x483d88278cbc0c9105c4807d558e06782aeff584";
    private const string Stranger = "0x00000000000000000000000000000000000000d1";

    private static readonly ChainId Ethereum = ChainId.Parse("eip155:1");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = 180_000)]
    public async Task A_proposal_to_freeze_a_thief_is_told_in_its_block_and_no_other_calldata_is()
    {
        await using var anvil = await Anvil.StartAsync(1);
        string sender = anvil.Accounts[0];
        await anvil.SendAsync(sender, anvil.Accounts[1], 1);
        string proposed = "";

        var run = await WatchedDemo.RunAsync(PartsOf(anvil), [], async () =>
        {
            await anvil.SendAsync(sender, Multisig, 0, Proposal(Tether, Stranger));
            await anvil.SendAsync(sender, anvil.Accounts[1], 0, Proposal(Tether, Thief));
            await anvil.SendAsync(sender, Multisig, 0, Proposal(new string('1', 40), Thief));
            await anvil.SendAsync(sender, Multisig, 0, Proposal(Tether, Thief)[..^120]);
            proposed = await anvil.SendAsync(sender, Multisig, 0, Proposal(Tether, Thief));
            await anvil.MineAsync(2);
        }, run => run.Vitals.Chains[0].Head >= 8);

        var notice = Assert.Single(Noticed);
        Assert.Equal((AlertClass.Tracked, AlertSeverity.High, AlertStage.End), (notice.Class, notice.Severity, notice.Stage));
        Assert.Equal(proposed, Assert.Single(notice.Transactions).Render(Ethereum));
        Assert.Contains("has proposed to freeze", notice.Headline, StringComparison.Ordinal);
        Assert.Contains(Thief, notice.Headline, StringComparison.OrdinalIgnoreCase);
    }

    private List<AlertNotice> Noticed { get; } = [];

    private WatchParts PartsOf(Anvil anvil) => new()
    {
        Watch = new([new() { Name = "Thief of coinex-2023", Wallets = [new() { Chain = Ethereum, Address = AddressText.Parse(Ethereum, Thief), Use = WalletUse.Thief, Name = "thief" }] }]),
        Prices = PriceBook.Empty,
        Nodes = [WatchNodes.Open(ChainRegistry.Get(Ethereum), [anvil.Url.AbsoluteUri], anvil.WebSocketUrl.AbsoluteUri, isPrivate: true, TimeProvider.System) with { From = 1 }],
        Folder = DataFolder.At(_folder.Path),
        AlertFile = Path.Combine(_folder.Path, "alerts.jsonl"),
        Sinks = [new Listener(Noticed)],
    };

    // submitTransaction(token, 0, addBlackList(frozen)).
    private static string Proposal(string token, string frozen) =>
        "0xc6427474" + Word(token) + Word("") + Word("60") + Word("24") + "0ecb93c0" + Word(frozen[2..]) + new string('0', 56);

    private static string Word(string hex) => hex.PadLeft(64, '0');

    private sealed class Listener(List<AlertNotice> noticed) : IAlertSink
    {
        public ValueTask TellAsync(AlertNotice notice, CancellationToken cancellation)
        {
            noticed.Add(notice);
            return ValueTask.CompletedTask;
        }
    }
}
