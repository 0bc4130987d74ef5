using Spoor.Cli.Demo.Live;
using Spoor.Tests.Engines;
using static Spoor.Tests.Cli.ScriptedContract;

namespace Spoor.Tests.Cli;

/// <summary>A made-up theft on two real nodes: 100,000 DAI are stolen on Ethereum and end, in part, at an exchange on Polygon.</summary>
/// <remarks>
/// The thief swaps all for 40 ETH, bridges 30 of them, and gets 29.4 WETH on Polygon at another address. It splits them 9.8 to 19.6;
/// of the first all, of the second 14.7 go to a deposit address. One ETH stands for 2,500 DAI: 75,000 go over, 62,500 end at the exchange.
/// </remarks>
internal sealed class CrossChainCase : IAsyncDisposable
{
    public const string Deposit = "0x00000000000000000000000000000000000000de";

    public const string Labels = $"address,name,category\n{Deposit},Far Exchange,exchange\n";

    public const string Dai = "0x6b175474e89094c44da98b954eedeac495271d0f";

    public const string WethOfPolygon = "0x7ceb23fd6bc0add59e62ac25578270cff1b9f619";

    /// <summary>A tenth of a coin.</summary>
    public static readonly UInt128 Tenth = 100_000_000_000_000_000;

    private const string WethOfEthereum = "0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2";

    // Slot of the variable owner in DemoToken.sol.
    private const string OwnerSlot = "0x3";

    private Anvil? _ethereum;
    private Anvil? _polygon;

    private CrossChainCase()
    {
    }

    public Anvil Ethereum => _ethereum!;

    public Anvil Polygon => _polygon!;

    /// <summary>The transaction with which the DAI left their owner.</summary>
    public string Theft { get; private set; } = "";

    /// <summary>The address of the pool.</summary>
    public string Pool { get; private set; } = "";

    public string Victim => Ethereum.Accounts[1];

    public string Thief => Ethereum.Accounts[2];

    /// <summary>Where the bridge pays to.</summary>
    public string Far => Polygon.Accounts[4];

    /// <summary>Keeps 4.9 WETH.</summary>
    public string Mule => Polygon.Accounts[6];

    private static string Issuer(Anvil chain) => chain.Accounts[0];

    private AcrossOrder Order => new(4_711, Thief, Far, WethOfEthereum, 300 * Tenth, WethOfPolygon, 294 * Tenth);

    /// <summary>Plays the case.</summary>
    /// <param name="isPaidOut">Whether anybody fills the deposit on the other side.</param>
    public static async Task<CrossChainCase> PlayAsync(bool isPaidOut = true)
    {
        var played = new CrossChainCase();
        try
        {
            played._ethereum = await Anvil.StartAsync(1, "--timestamp", "1694520000");
            played._polygon = await Anvil.StartAsync(137, "--timestamp", "1694523600");
            await played.StealAndSwapAsync();
            await played.BridgeAsync();
            await PlaceTokenAsync(played.Polygon, WethOfPolygon);
            if (isPaidOut)
            {
                await played.PayOutAsync();
                await played.SplitAsync();
            }

            return played;
        }
        catch
        {
            await played.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in new[] { _ethereum, _polygon }.OfType<Anvil>())
        {
            await node.DisposeAsync();
        }
    }

    private async Task StealAndSwapAsync()
    {
        var stolen = 1_000_000 * Tenth;
        await PlaceTokenAsync(Ethereum, Dai);
        await Ethereum.SendAsync(Issuer(Ethereum), Dai, 0, DemoToken.Mint(Victim, stolen));
        Pool = await Ethereum.CreateAsync(ScriptedContract.Create);
        await Ethereum.SetBalanceAsync(Pool, 1_000 * Tenth);
        Theft = await Ethereum.SendAsync(Victim, Dai, 0, DemoToken.Transfer(Thief, stolen));
        await Ethereum.SendAsync(Thief, Dai, 0, DemoToken.Approve(Pool, stolen));
        string swap = Call(Dai, 0, DemoToken.TransferFrom(Thief, Pool, stolen)) + Call(Thief, 400 * Tenth);
        await Ethereum.SendAsync(Thief, Pool, 0, "0x" + swap + Event("0x" + Word(0), Word(0), Word(0), Word(0)));
    }

    private async Task BridgeAsync()
    {
        await PlaceAsync(Ethereum, AcrossEvent.PoolOfEthereum, await CodeOfAsync(Ethereum, Pool));
        await Ethereum.SendAsync(Thief, AcrossEvent.PoolOfEthereum, Order.Paid, "0x" + Nothing + Nothing + AcrossEvent.Deposit(Order));
    }

    private async Task PayOutAsync()
    {
        string relayer = Polygon.Accounts[3];
        await PlaceAsync(Polygon, AcrossEvent.PoolOfPolygon, await CodeOfAsync(Ethereum, Pool));
        await Polygon.SendAsync(Issuer(Polygon), WethOfPolygon, 0, DemoToken.Mint(relayer, 10_000 * Tenth));
        await Polygon.SendAsync(relayer, WethOfPolygon, 0, DemoToken.Approve(AcrossEvent.PoolOfPolygon, 10_000 * Tenth));
        string pay = Call(WethOfPolygon, 0, DemoToken.TransferFrom(relayer, Far, Order.Promised)) + Nothing;
        await Polygon.SendAsync(relayer, AcrossEvent.PoolOfPolygon, 0, "0x" + pay + AcrossEvent.Fill(Order, relayer));
    }

    private async Task SplitAsync()
    {
        string first = Polygon.Accounts[5];
        foreach (var (from, to, amount) in ((string, string, UInt128)[])
            [(Far, first, 98), (Far, Mule, 196), (first, Deposit, 98), (Mule, Deposit, 147)])
        {
            await Polygon.SendAsync(from, WethOfPolygon, 0, DemoToken.Transfer(to, amount * Tenth));
        }
    }

    // A token where it is on the public chain; what is created there is code alone, without holders.
    private static async Task PlaceTokenAsync(Anvil chain, string address)
    {
        string model = await chain.DeployTokenAsync("MODEL", 0);
        await PlaceAsync(chain, address, await CodeOfAsync(chain, model));
        await chain.CallAsync("anvil_setStorageAt", address, OwnerSlot, "0x" + Word(Issuer(chain)));
    }

    private static Task<string> PlaceAsync(Anvil chain, string address, string code) => chain.CallAsync("anvil_setCode", address, code);

    private static Task<string> CodeOfAsync(Anvil chain, string address) => chain.CallAsync("eth_getCode", address, "latest");
}
