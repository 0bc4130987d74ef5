using System.Globalization;
using Spoor.Transfers;

namespace Spoor.Cli.Demo.Live;

/// <summary>A chain on this machine that is taken for a public one: it has the number of that chain and its tokens at their addresses.</summary>
internal sealed class DemoChain : IAsyncDisposable
{
    // Slot of the variable owner in DemoToken.sol.
    private const string OwnerSlot = "0x3";
    private const int WordDigits = 64;

    private readonly AnvilNode _node;

    private DemoChain(Chain chain, AnvilNode node)
    {
        Chain = chain;
        _node = node;
    }

    public Chain Chain { get; }

    public Uri Url => _node.Url;

    public Uri WebSocketUrl => _node.WebSocketUrl;

    public AssetId Coin => Chain.Native!.Asset;

    /// <param name="coins">What each account has at the beginning, in whole coins.</param>
    /// <param name="start">Time of block 0.</param>
    public static async Task<DemoChain> StartAsync(
        string program, Chain chain, long coins, DateTimeOffset start, TimeProvider clock, CancellationToken cancellation)
    {
        long number = long.Parse(chain.Id.Value[(chain.Id.Namespace.Length + 1)..], CultureInfo.InvariantCulture);
        var node = await AnvilNode.StartAsync(
            program, number, ["--no-mining", "--balance", $"{coins}", "--timestamp", $"{start.ToUnixTimeSeconds()}"], clock, cancellation);
        return new(chain, node);
    }

    public Address Account(int index) => AddressText.Parse(Chain.Id, _node.Accounts[index]);

    /// <summary>From now on each block is so much later than the one before.</summary>
    public Task PaceAsync(TimeSpan interval, CancellationToken cancellation) =>
        _node.CallAsync("anvil_setBlockTimestampInterval", [(long)interval.TotalSeconds], cancellation);

    /// <summary>Makes a block with nothing in it.</summary>
    /// <param name="time">Of the block.</param>
    public async Task PassAsync(DateTimeOffset time, CancellationToken cancellation)
    {
        await _node.CallAsync("evm_setNextBlockTimestamp", [time.ToUnixTimeSeconds()], cancellation);
        await _node.CallAsync("evm_mine", [], cancellation);
    }

    /// <summary>Gives an account another number of coins to begin with; no transfer tells of it.</summary>
    public Task EndowAsync(Address account, Amount coins, CancellationToken cancellation) => _node.CallAsync(
        "anvil_setBalance", [Text(account), "0x" + coins.Units.ToString("x", CultureInfo.InvariantCulture)], cancellation);

    /// <summary>Puts listed tokens where they are on the public chain; what was created there is code alone, without holders.</summary>
    public async Task PlaceAsync(IEnumerable<Token> tokens, Address owner, CancellationToken cancellation)
    {
        foreach (var ofDecimals in tokens.GroupBy(token => token.Decimals))
        {
            var created = await SendAsync(owner, null, 0, DemoToken.Create("Model", "MODEL", (byte)ofDecimals.Key, 0), cancellation);
            var receipt = await _node.CallAsync("eth_getTransactionReceipt", [created.Render(Chain.Id)], cancellation);
            var code = await _node.CallAsync("eth_getCode", [receipt!["contractAddress"]!.GetValue<string>(), "latest"], cancellation);
            foreach (var token in ofDecimals)
            {
                await _node.CallAsync("anvil_setCode", [ContractOf(token.Asset), code!.GetValue<string>()], cancellation);
                await _node.CallAsync("anvil_setStorageAt", [ContractOf(token.Asset), OwnerSlot, "0x" + Text(owner)[2..].PadLeft(WordDigits, '0')], cancellation);
            }
        }
    }

    public Task<TxHash> IssueAsync(Address owner, Address to, AssetId token, Amount amount, CancellationToken cancellation) =>
        SendAsync(owner, ContractOf(token), 0, DemoToken.Mint(Text(to), amount.Units), cancellation);

    /// <summary>Pays and makes a block with it.</summary>
    public Task<TxHash> PayAsync(Address from, Address to, AssetId asset, Amount amount, CancellationToken cancellation) => asset == Coin
        ? SendAsync(from, Text(to), amount.Units, "0x", cancellation)
        : SendAsync(from, ContractOf(asset), 0, DemoToken.Transfer(Text(to), amount.Units), cancellation);

    public async Task<long> HeightAsync(CancellationToken cancellation) => long.Parse(
        (await _node.CallAsync("eth_blockNumber", [], cancellation))!.GetValue<string>()[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    // One transaction, one block: the same story makes the same chain every time.
    private async Task<TxHash> SendAsync(Address from, string? to, UInt128 wei, string data, CancellationToken cancellation)
    {
        var sent = TxHash.Parse(await _node.SendAsync(Text(from), to, wei, data, cancellation));
        await _node.CallAsync("evm_mine", [], cancellation);
        return sent;
    }

    private string Text(Address address) => Chain.Addresses.Render(address).ToLowerInvariant();

    private static string ContractOf(AssetId token) => token.Reference["erc20:".Length..];
}
