using System.Buffers.Binary;
using Spoor.Detection;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Tests.Detection.Backtest;

/// <summary>An exchange that goes about its business on Ethereum: made, the same for the same seed, and never real.</summary>
/// <remarks>
/// Withdrawals come by a daily rhythm, their sizes are log-normal with a heavy tail, six in ten go to an address paid
/// before. Every evening the deposits are swept in; when the hot wallet runs low the cold wallet fills it up.
/// </remarks>
internal sealed class MadeExchange
{
    public static readonly ChainId Ethereum = ChainId.Parse("eip155:1");
    public static readonly AssetId Ether = AssetId.Parse("eip155:1/slip44:60");
    public static readonly AssetId Usdt = AssetId.Parse("eip155:1/erc20:0xdac17f958d2ee523a2206206994597c13d831ec7");
    public static readonly AssetId Usdc = AssetId.Parse("eip155:1/erc20:0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48");
    public static readonly DateTimeOffset Opened = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private const int SecondsInBlock = 12;
    private const int Ether2000 = 2_000;

    // Withdrawals in the hours of a day, from midnight UTC.
    private static readonly int[] Rhythm = [3, 2, 2, 2, 2, 3, 5, 7, 9, 10, 10, 10, 9, 10, 11, 12, 12, 11, 10, 9, 8, 7, 5, 4];

    private readonly Random _random;
    private readonly List<Address> _customers = [];
    private readonly Dictionary<AssetId, decimal> _dollars = [];
    private readonly List<Transfer> _transfers = [];
    private readonly int _seed;
    private int _made;

    public MadeExchange(int seed)
    {
        _seed = seed;
        _random = new(seed);
        Hot = Made();
        Cold = Made();
        Deposits = Made();
        Gas = Made();
        foreach (var asset in Assets)
        {
            _dollars[asset] = 8_000_000;
        }
    }

    public static IReadOnlyList<AssetId> Assets { get; } = [Ether, Usdt, Usdc];

    public static PriceBook Prices { get; } = new(
        Enumerable.Range(0, 800).SelectMany(day => new[] { ("ETH", (decimal)Ether2000), ("USDT", 1m), ("USDC", 1m) }.Select(price => new Price
        {
            Subject = price.Item1,
            Kind = PriceKind.DailyClose,
            Time = Opened.AddDays(day - 10),
            Usd = price.Item2,
            Source = "made",
        })),
        PriceSymbols.Builtin);

    public Address Hot { get; }

    public Address Cold { get; }

    public Address Deposits { get; }

    public Address Gas { get; }

    public IReadOnlyList<Transfer> Transfers => _transfers;

    public string Name => $"Exchange {_seed}";

    public WatchedOwner Owner => new()
    {
        Name = Name,
        Wallets =
        [
            new() { Chain = Ethereum, Address = Hot, Use = WalletUse.Hot, Opening = Assets.ToDictionary(asset => asset, asset => Units(asset, 8_000_000)) },
            new() { Chain = Ethereum, Address = Cold, Use = WalletUse.Cold },
            new() { Chain = Ethereum, Address = Deposits, Use = WalletUse.Deposit },
            new() { Chain = Ethereum, Address = Gas, Use = WalletUse.Gas },
        ],
    };

    /// <summary>Business over whole days.</summary>
    public void Trade(int firstDay, int days)
    {
        for (int day = firstDay; day < firstDay + days; day++)
        {
            for (int hour = 0; hour < Rhythm.Length; hour++)
            {
                for (int i = _random.Next(Rhythm[hour] + 1); i > 0; i--)
                {
                    Withdraw(Opened.AddDays(day).AddHours(hour).AddSeconds(_random.Next(3_600)));
                }
            }

            Sweep(Opened.AddDays(day).AddHours(23.5));
        }
    }

    /// <summary>Moves dollars' worth of an asset.</summary>
    public TxHash Move(DateTimeOffset time, Address from, Address to, AssetId asset, decimal dollars) => Move(time, from, to, asset, Units(asset, dollars));

    public TxHash Move(DateTimeOffset time, Address from, Address to, AssetId asset, Amount amount)
    {
        long block = 18_900_000 + ((long)(time - Opened).TotalSeconds / SecondsInBlock);
        var tx = TxHash.FromBytes(Bytes(TxHash.Bytes));
        _transfers.Add(new()
        {
            Position = new(block, _made % 200, asset == Ether ? Phase.Value : Phase.Log, 0),
            Time = Opened.AddSeconds((block - 18_900_000) * SecondsInBlock),
            Tx = tx,
            Kind = asset == Ether ? TransferKind.Native : TransferKind.Token,
            From = from,
            To = to,
            Asset = asset,
            Amount = amount,
        });
        return tx;
    }

    public decimal Held(AssetId asset) => _dollars[asset];

    /// <summary>Takes off the books what a story moved out of the hot wallet.</summary>
    public void Book(AssetId asset, decimal dollars) => _dollars[asset] += dollars;

    /// <summary>An address that has not been seen.</summary>
    public Address Made() => new(AddressKind.Account20, Bytes(20));

    /// <summary>A customer who was paid before.</summary>
    public Address Customer() => _customers[_random.Next(_customers.Count)];

    public static Amount Units(AssetId asset, decimal dollars) => asset == Ether
        ? new((UInt128)(dollars / Ether2000 * 1_000_000_000m) * 1_000_000_000)
        : new((UInt128)(dollars * 1_000_000m));

    private void Withdraw(DateTimeOffset time)
    {
        var asset = Assets[_random.Next(Assets.Count)];
        decimal dollars = Math.Min(Size(), _dollars[asset] / 10);
        bool isKnown = _customers.Count > 0 && _random.Next(10) < 6;
        var customer = isKnown ? Customer() : Made();
        _customers.Add(customer);
        Move(time, Hot, customer, asset, dollars);
        _dollars[asset] -= dollars;
    }

    // Deposits roughly make up for withdrawals; the rest the cold wallet gives or takes.
    private void Sweep(DateTimeOffset time)
    {
        foreach (var asset in Assets)
        {
            decimal wanted = 8_000_000 - _dollars[asset];
            decimal deposited = Math.Max(1_000, wanted + (_random.Next(-40, 41) * 10_000));
            Move(time, Deposits, Hot, asset, deposited);
            _dollars[asset] += deposited;
        }
    }

    // exp(ln 400 + 1.9 N): median 400 dollars, one in a hundred above 33,000, one in ten thousand near half a million.
    private decimal Size()
    {
        double normal = Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
        return Math.Round((decimal)Math.Min(Math.Exp(Math.Log(400) + (1.9 * normal)), 600_000), 2);
    }

    private byte[] Bytes(int length)
    {
        byte[] bytes = new byte[length];
        _made++;
        BinaryPrimitives.WriteInt32BigEndian(bytes, _seed + 1);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4), _made);
        new Random((_seed * 1_000_003) + _made).NextBytes(bytes.AsSpan(8));
        return bytes;
    }
}
