using System.Globalization;
using Spoor.Cli.Demo.Live;

namespace Spoor.Tests.Engines;

/// <summary>A real EVM node for a test, a chain of its own; the test is skipped where Anvil is not installed.</summary>
internal sealed class Anvil : IAsyncDisposable
{
    private const string ByHand = "--no-mining";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);

    private readonly AnvilNode _node;
    private readonly bool _minesByHand;

    private Anvil(AnvilNode node, bool minesByHand)
    {
        _node = node;
        _minesByHand = minesByHand;
    }

    public Uri Url => _node.Url;

    public Uri WebSocketUrl => _node.WebSocketUrl;

    /// <summary>Accounts the node signs for, each with 10,000 coins; the sender of a test is the first.</summary>
    public IReadOnlyList<string> Accounts => _node.Accounts;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts a chain that makes a block for each transaction; with <see cref="ByHand"/> only <see cref="MineAsync"/> makes blocks.</summary>
    public static async Task<Anvil> StartAsync(long chainId, params string[] extra)
    {
        string? program = AnvilBinary.Find(Repository.Root);
        Assert.SkipWhen(program is null, $"Anvil is not installed. {AnvilBinary.HowToGet}");
        return new(await AnvilNode.StartAsync(program, chainId, extra, TimeProvider.System, Cancellation), extra.Contains(ByHand));
    }

    public async Task<string> CallAsync(string method, params object?[] parameters) =>
        (await _node.CallAsync(method, parameters, Cancellation))?.ToString() ?? "";

    /// <summary>Sends from an account the node signs for, see <see cref="ImpersonateAsync"/> for others; waits for the block that is made of it.</summary>
    public async Task<string> SendAsync(string from, string? to, UInt128 wei, string data = "0x")
    {
        string tx = await _node.SendAsync(from, to, wei, data, Cancellation);
        for (long started = TimeProvider.System.GetTimestamp(); !_minesByHand && await CallAsync("eth_getTransactionReceipt", tx) is "";)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, $"Anvil made no block of {tx}.");
            await Task.Delay(Step, TimeProvider.System, Cancellation);
        }

        return tx;
    }

    /// <summary>Creates a token; the first account owns it and all of it.</summary>
    /// <returns>Its address.</returns>
    public Task<string> DeployTokenAsync(string symbol, UInt128 supply) =>
        CreateAsync(DemoToken.Create($"{symbol} of a test", symbol, 18, supply));

    /// <summary>Creates a contract from the first account.</summary>
    /// <param name="code">Of its creation, in hexadecimal with <c>0x</c>.</param>
    /// <returns>Its address.</returns>
    public async Task<string> CreateAsync(string code)
    {
        string tx = await SendAsync(Accounts[0], null, 0, code);
        await MineAsync(1);
        var receipt = await _node.CallAsync("eth_getTransactionReceipt", [tx], Cancellation);
        return receipt!["contractAddress"]!.GetValue<string>();
    }

    public Task MineAsync(int blocks) => CallAsync("anvil_mine", Hex((uint)blocks));

    public async Task<long> HeightAsync() =>
        long.Parse((await CallAsync("eth_blockNumber"))[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    /// <summary>Replaces the last blocks by as many others.</summary>
    /// <param name="sent">Transactions of the new branch, each with its block, counted from 0 for the lowest that is replaced.</param>
    public Task ReorganiseAsync(int depth, params (string From, string To, UInt128 Wei, int Block)[] sent) => CallAsync(
        "anvil_reorg",
        depth,
        sent.Select(tx => new object[] { new { from = tx.From, to = tx.To, value = Hex(tx.Wei) }, tx.Block }).ToArray());

    public Task SetBalanceAsync(string account, UInt128 wei) => CallAsync("anvil_setBalance", account, Hex(wei));

    /// <summary>From now on the node sends for this account without its key.</summary>
    public Task ImpersonateAsync(string account) => CallAsync("anvil_impersonateAccount", account);

    public Task<string> SnapshotAsync() => CallAsync("evm_snapshot");

    public Task RevertAsync(string snapshot) => CallAsync("evm_revert", snapshot);

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    private static string Hex(UInt128 number) => "0x" + number.ToString("x", CultureInfo.InvariantCulture);
}
