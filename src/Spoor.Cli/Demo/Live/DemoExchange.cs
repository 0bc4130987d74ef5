using Spoor.Detection;
using Spoor.Transfers;

namespace Spoor.Cli.Demo.Live;

/// <summary>A made-up exchange on two chains: its wallets, its days of business, the theft, and what it saves.</summary>
/// <remarks>The first assets taken are those of the theft from CoinEx on 12 September 2023, https://etherscan.io/address/0x8bf8cd7f001d0584f98f53a3d82ed0ba498cc3de.</remarks>
internal sealed class DemoExchange(DemoChain ethereum, DemoChain binance)
{
    public const string Name = "Demo Exchange";

    public const long EtherAtStart = 5_080;
    public const long BnbAtStart = 8_000;

    private const int Deposits = 3;
    private const int FirstDeposit = 3;
    private const int Customers = 60;
    private const int Rounds = 90;
    private const int Seed = 20230912;

    private static readonly TimeSpan BetweenPayments = TimeSpan.FromMinutes(15);

    private static readonly string[] TokensOfEthereum = ["DAI", "GRT", "UNI", "LINK", "USDT", "WBTC"];
    private static readonly string[] TokensOfBinance = ["USDC", "USDT"];

    private readonly Address _hot = ethereum.Account(1);
    private readonly Address _gas = ethereum.Account(2);
    private readonly Address _issuer = ethereum.Account(0);
    private readonly Address _stranger = ethereum.Account(9);
    private readonly Address _cold = AddressOf(0xc01d, 1);
    private readonly Address _thief = AddressOf(0xbad, 1);

    public static DateTimeOffset Start { get; } = new(2023, 9, 8, 0, 0, 0, TimeSpan.Zero);

    private static DateTimeOffset Opening { get; } = Start + TimeSpan.FromHours(6);

    public WatchList Watch => new(
    [
        new() { Name = Name, Wallets = [.. new[] { ethereum, binance }.SelectMany(WalletsOn)] },
    ]);

    /// <summary>Tokens, and what the hot wallet has of them.</summary>
    public async Task OpenAsync(CancellationToken cancellation)
    {
        foreach (var (chain, symbols) in ((DemoChain, string[])[])[(ethereum, TokensOfEthereum), (binance, TokensOfBinance)])
        {
            await chain.PaceAsync(BetweenPayments, cancellation);
            foreach (var wallet in WalletsOn(chain))
            {
                await chain.EndowAsync(wallet.Address, wallet.Opening[chain.Coin], cancellation);
            }

            await chain.PlaceAsync(symbols.Select(symbol => TokenOf(chain, symbol)), _issuer, cancellation);
        }

        foreach (var stock in Stock())
        {
            await stock.Chain.IssueAsync(_issuer, stock.To, stock.Asset, stock.Amount, cancellation);
        }

        // Here the watch begins. The chains took different numbers of blocks to open; from now on they keep step.
        await EachAsync(chain => chain.PassAsync(Opening, cancellation));
    }

    /// <summary>Its business on both chains, a block of one after a block of the other.</summary>
    public IEnumerable<DemoPayment> AllBusiness => Business(ethereum).Zip(Business(binance)).SelectMany(pair => (DemoPayment[])[pair.First, pair.Second]);

    /// <summary>From now on blocks are made as fast as on the public chain.</summary>
    public Task HurryAsync(CancellationToken cancellation) => EachAsync(chain => chain.PaceAsync(TimeSpan.FromSeconds(12), cancellation));

    /// <summary>What an exchange does all day: deposits are swept in, customers are paid, now and then something goes to the cold wallet; as many payments on each chain.</summary>
    public IEnumerable<DemoPayment> Business(DemoChain chain)
    {
        var random = new Random(Seed);
        bool isEthereum = chain == ethereum;
        for (int round = 0; round < Rounds; round++)
        {
            var customer = AddressOf(0xc0ffee, random.Next(Customers));
            decimal coins = isEthereum ? 0.05m * random.Next(4, 200) : 0.3m * random.Next(4, 200);
            yield return Of(chain, _hot, customer, chain.Coin, coins);
            if (round % 3 == 0)
            {
                yield return Of(chain, chain.Account(FirstDeposit + (round / 3 % Deposits)), _hot, chain.Coin, isEthereum ? 10m : 50m);
            }

            if (round % 4 == 1)
            {
                yield return Of(chain, _hot, AddressOf(0xc0ffee, random.Next(Customers)), Token(chain, isEthereum ? "DAI" : "USDC"), random.Next(20, 3_000));
            }

            if (round == Rounds - 10)
            {
                yield return Of(chain, _hot, _cold, chain.Coin, isEthereum ? 100m : 300m);
            }
        }
    }

    /// <summary>What a thief does first: the address that will receive gets some coins for gas.</summary>
    public DemoPayment TopUp => Of(ethereum, _stranger, _thief, ethereum.Coin, 0.2m);

    /// <summary>The theft, in order.</summary>
    public IReadOnlyList<DemoPayment> Theft =>
    [
        Of(ethereum, _hot, _thief, ethereum.Coin, 4_500m),
        Of(ethereum, _hot, _thief, Token(ethereum, "DAI"), 340_000m),
        Of(ethereum, _hot, _thief, Token(ethereum, "GRT"), 2_700_000m),
        Of(ethereum, _hot, _thief, Token(ethereum, "UNI"), 29_158m),
        Of(ethereum, _hot, _thief, Token(ethereum, "LINK"), 18_000m),
        Of(binance, _hot, _thief, binance.Coin, 5_500m),
        Of(binance, _hot, _thief, Token(binance, "USDC"), 150_000m),
    ];

    /// <summary>What the exchange then brings to safety.</summary>
    public IReadOnlyList<DemoPayment> Rescue =>
    [
        Of(ethereum, _hot, _cold, Token(ethereum, "USDT"), 900_000m),
        Of(ethereum, _hot, _cold, Token(ethereum, "WBTC"), 35m),
        Of(binance, _hot, _cold, Token(binance, "USDT"), 250_000m),
    ];

    private async Task EachAsync(Func<DemoChain, Task> act)
    {
        await act(ethereum);
        await act(binance);
    }

    private IEnumerable<DemoPayment> Stock() =>
    [
        Of(ethereum, _issuer, _hot, Token(ethereum, "DAI"), 408_741m),
        Of(ethereum, _issuer, _hot, Token(ethereum, "GRT"), 2_700_000m),
        Of(ethereum, _issuer, _hot, Token(ethereum, "UNI"), 29_158m),
        Of(ethereum, _issuer, _hot, Token(ethereum, "LINK"), 18_000m),
        Of(ethereum, _issuer, _hot, Token(ethereum, "USDT"), 900_000m),
        Of(ethereum, _issuer, _hot, Token(ethereum, "WBTC"), 35m),
        Of(binance, _issuer, _hot, Token(binance, "USDC"), 220_000m),
        Of(binance, _issuer, _hot, Token(binance, "USDT"), 250_000m),
    ];

    private IEnumerable<WatchedWallet> WalletsOn(DemoChain chain)
    {
        yield return Wallet(_hot, WalletUse.Hot, "hot wallet", chain == ethereum ? EtherAtStart : BnbAtStart);
        yield return Wallet(_cold, WalletUse.Cold, "cold wallet", 0);
        yield return Wallet(_gas, WalletUse.Gas, "gas station", 20);
        for (int i = 0; i < Deposits; i++)
        {
            yield return Wallet(chain.Account(FirstDeposit + i), WalletUse.Deposit, $"deposits {i + 1}", chain == ethereum ? 150 : 600);
        }

        WatchedWallet Wallet(Address address, WalletUse use, string name, long coins) => new()
        {
            Chain = chain.Chain.Id,
            Address = address,
            Use = use,
            Name = name,
            Opening = new Dictionary<AssetId, Amount> { [chain.Coin] = new((UInt128)coins * 1_000_000_000_000_000_000) },
        };
    }

    private static DemoPayment Of(DemoChain chain, Address from, Address to, AssetId asset, decimal coins) =>
        new() { Chain = chain, From = from, To = to, Asset = asset, Coins = coins };

    private static AssetId Token(DemoChain chain, string symbol) => TokenOf(chain, symbol).Asset;

    private static Token TokenOf(DemoChain chain, string symbol) =>
        TokenList.Builtin.Tokens.First(token => token.Asset.Chain == chain.Chain.Id && token.Symbol == symbol);

    // Addresses that nobody has a key of, told apart at a glance: a word, then a number.
    private static Address AddressOf(uint word, int number)
    {
        byte[] bytes = new byte[20];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(bytes, word << 8);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(16), number);
        return new(AddressKind.Account20, bytes);
    }
}
