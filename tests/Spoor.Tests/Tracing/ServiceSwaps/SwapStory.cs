using Spoor.Tracing.ServiceSwaps;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Tests.Tracing.ServiceSwaps;

/// <summary>A swap service with a wallet on Ethereum and one on Bitcoin, told in coins and seconds.</summary>
/// <param name="etherLater">What ether costs two hours on.</param>
internal sealed class SwapStory(decimal etherLater = 2_000m)
{
    public const string Service = "QuickSwap desk";
    public static readonly ChainId Bitcoin = ChainId.Parse("bip122:000000000019d6689c085ae165831e93");

    private static readonly ChainId Ethereum = ChainId.Parse("eip155:1");
    private static readonly AssetId Ether = new(Ethereum, "slip44:60");
    private static readonly AssetId Coin = new(Bitcoin, "slip44:0");
    private static readonly DateTimeOffset Begin = new(2023, 9, 12, 0, 0, 0, TimeSpan.Zero);

    private readonly List<Transfer> _transfers = [];

    public static Address At(string name) => Tracing.Story.At(name);

    public SwapStory Deposit(string who, int ether, int second) => Pay(who, "hot", ether, second);

    public SwapStory DepositByOrder(string who, string order, int ether, int second) => Pay(who, order, ether, second).Pay(order, "hot", ether, second + 60);

    public SwapStory Pay(string from, string to, int ether, int second)
    {
        Add(second, TransferKind.Native, At(from), At(to), Ether, new((UInt128)ether * 1_000_000_000_000_000_000), 0);
        return this;
    }

    public SwapStory PayoutBtc(string to, int satoshi, int second)
    {
        var tx = Add(second, TransferKind.UtxoIn, Tracing.Story.Wallet("hot-btc"), null, Coin, new((UInt128)satoshi + 1_000), 0);
        Add(second, TransferKind.UtxoOut, null, Tracing.Story.Wallet(to), Coin, new((UInt128)satoshi), 0, tx);
        Add(second, TransferKind.UtxoOut, null, Tracing.Story.Wallet("hot-btc"), Coin, new(900), 1, tx);
        return this;
    }

    public SwapStory PayoutUnpriced(string to, int second)
    {
        Add(second, TransferKind.Token, At("hot"), At(to), new(Ethereum, "erc20:0x00000000000000000000000000000000000000aa"), new(5), 0);
        return this;
    }

    public void Reverse() => _transfers.Reverse();

    public IReadOnlyList<SwapHypothesis> Found(PriceBook? prices = null)
    {
        var wallets = new ServiceWallets([(Service, Ethereum, At("hot")), (Service, Bitcoin, Tracing.Story.Wallet("hot-btc"))]);
        var parameters = new SwapParameters();
        return SwapMatching.Of(ServiceTraffic.Of(_transfers, wallets, parameters), _ => true, new(prices ?? Prices(), TokenList.Builtin), parameters);
    }

    private PriceBook Prices() => new(
        [
            .. Enumerable.Range(-1, 80).SelectMany(hour => new[] { PriceOf("BTC", 40_000m, hour), PriceOf("ETH", hour >= 2 ? etherLater : 2_000m, hour) }),
        ],
        PriceSymbols.Builtin);

    private static Price PriceOf(string symbol, decimal usd, int hour) =>
        new() { Subject = symbol, Kind = PriceKind.Spot, Time = Begin.AddHours(hour), Usd = usd, Source = "made up" };

    private TxHash Add(int second, TransferKind kind, Address? from, Address? to, AssetId asset, Amount amount, int index, TxHash? of = null)
    {
        var tx = of ?? Tracing.Story.Tx(_transfers.Count);
        _transfers.Add(new()
        {
            Position = new(second, (int)(uint)tx.Low, kind == TransferKind.UtxoIn ? Phase.First : Phase.Value, index),
            Time = Begin.AddSeconds(second),
            Tx = tx,
            Kind = kind,
            From = from,
            To = to,
            Asset = asset,
            Amount = amount,
            Output = kind is TransferKind.UtxoIn or TransferKind.UtxoOut ? new(tx, index) : null,
        });
        return tx;
    }
}
