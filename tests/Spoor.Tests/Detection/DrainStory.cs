using System.Globalization;
using System.Numerics;
using Spoor.Detection;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Tests.Detection;

/// <summary>A wallet's days told in names, whole coins and minutes, as blocks given to a detector.</summary>
internal sealed class DrainStory
{
    public static readonly ChainId Ethereum = ChainId.Parse("eip155:1");
    public static readonly ChainId Polygon = ChainId.Parse("eip155:137");
    public static readonly ChainId Bitcoin = ChainId.Parse("bip122:000000000019d6689c085ae165831e93");
    public static readonly AssetId Eth = new(Ethereum, "slip44:60");
    public static readonly AssetId Pol = new(Polygon, "slip44:966");
    public static readonly AssetId Btc = new(Bitcoin, "slip44:0");
    public static readonly AssetId Dai = new(Ethereum, "erc20:0x6b175474e89094c44da98b954eedeac495271d0f");
    public static readonly AssetId Grt = new(Ethereum, "erc20:0xc944e90c64b2c07662a292be6244bdf05cda44a7");
    public static readonly AssetId Uni = new(Ethereum, "erc20:0x1f9840a85d5af5bf1d1762f925bdaddc4201f984");
    public static readonly AssetId Junk = new(Ethereum, "erc20:0x00000000000000000000000000000000000bad01");
    public static readonly DateTimeOffset Begin = new(2023, 9, 12, 13, 0, 0, TimeSpan.Zero);

    public static readonly TokenList Tokens = TokenList.Merge(TokenList.Builtin, new TokenList([
        new(Dai, "DAI", 18, "Dai"), new(Grt, "GRT", 18, "The Graph"), new(Uni, "UNI", 18, "Uniswap")]));

    /// <summary>Round figures near those of September 2023.</summary>
    public static readonly PriceBook Prices = new(
        [.. Enumerable.Range(-60, 150).SelectMany(day => new[] { PriceOf("ETH", 1_600m, day), PriceOf("DAI", 1m, day), PriceOf("GRT", 0.08m, day), PriceOf("UNI", 4.3m, day), PriceOf("POL", 0.5m, day), PriceOf("BTC", 26_000m, day) })],
        new(Tokens));

    private readonly Dictionary<ChainId, long> _heights = [];
    private readonly Dictionary<Address, RecipientHistory> _histories = [];
    private readonly List<AlertNotice> _told = [];
    private int _transactions;

    public DrainStory(WatchList watch)
    {
        Detector = new(watch, Prices, Tokens);
    }

    public DrainDetector Detector { get; private set; }

    public DateTimeOffset Now { get; set; } = Begin;

    public IReadOnlyList<AlertNotice> Told => _told;

    /// <summary>All that is no mere remark.</summary>
    public IReadOnlyList<AlertNotice> Alarms => [.. _told.Where(notice => notice.Severity > AlertSeverity.Info)];

    public static Address At(string name) => Named(AddressKind.Account20, name);

    public static Address OnBitcoin(string name) => Named(AddressKind.Witness0, name);

    /// <summary>Whole coins in the smallest unit.</summary>
    public static Amount Coins(AssetId asset, decimal coins)
    {
        Assert.True(Tokens.TryGet(asset, out var token) || asset == Junk);
        return new((UInt128)((BigInteger)(coins * 1_000_000m) * BigInteger.Pow(10, token?.Decimals ?? 18) / 1_000_000));
    }

    public static WatchedWallet Wallet(string name, WalletUse use = WalletUse.Hot, params (AssetId Asset, decimal Coins)[] opening) => new()
    {
        Chain = opening.Length > 0 ? opening[0].Asset.Chain : Ethereum,
        Address = opening.Length > 0 && opening[0].Asset.Chain == Bitcoin ? OnBitcoin(name) : At(name),
        Use = use,
        Name = name,
        Opening = opening.ToDictionary(held => held.Asset, held => Coins(held.Asset, held.Coins)),
    };

    public static WatchList Watch(params WatchedWallet[] wallets) => new([Owner(wallets)]);

    public static WatchedOwner Owner(params WatchedWallet[] wallets) => new() { Name = "Exchange", Wallets = wallets };

    public static Transfer Move(string? from, string? to, AssetId asset, decimal coins) => new()
    {
        Position = default,
        Time = default,
        Tx = default,
        Kind = asset.Reference.StartsWith("slip44", StringComparison.Ordinal) ? TransferKind.Native : TransferKind.Token,
        From = from is null ? null : At(from),
        To = to is null ? null : At(to),
        Asset = asset,
        Amount = Coins(asset, coins),
    };

    /// <summary>An address whose past is known: first seen so many days ago; 0 for one without a past.</summary>
    public DrainStory Known(string name, int days, bool onBitcoin = false)
    {
        _histories[onBitcoin ? OnBitcoin(name) : At(name)] = new()
        {
            Nonce = onBitcoin ? null : days > 0 ? 10 : 0,
            HasCode = onBitcoin ? null : false,
            Balance = Amount.Zero,
            Movements = days > 0 ? 20 : 0,
            First = days > 0 ? Now.AddDays(-days) : null,
            KnownFrom = Begin.AddYears(-1),
        };
        return this;
    }

    /// <summary>Goes on from a checkpoint, as after a kill; what was not final then is gone.</summary>
    public DrainStory Restart()
    {
        Detector = DrainDetector.Restore(Detector.Checkpoint(), Detector.Watch, Prices, Tokens);
        return this;
    }

    public DrainStory Wait(double minutes)
    {
        Now = Now.AddMinutes(minutes);
        return this;
    }

    /// <summary>One transaction in a block of its own.</summary>
    /// <param name="sender">Who sent it; null when the source does not tell.</param>
    public IReadOnlyList<AlertNotice> Transact(string? sender, params Transfer[] moves) => Give(Block(sender, moves));

    /// <summary>A payment sent by its payer.</summary>
    public IReadOnlyList<AlertNotice> Pay(string from, string to, AssetId asset, decimal coins) => Transact(from, Move(from, to, asset, coins));

    public IReadOnlyList<AlertNotice> Give(Block block)
    {
        var histories = Detector.Unfamiliar(block).Where(_histories.ContainsKey).ToDictionary(address => address, address => _histories[address]);
        var told = Detector.Apply(block, histories);
        _told.AddRange(told);
        return told;
    }

    /// <summary>An empty block: time passes.</summary>
    public IReadOnlyList<AlertNotice> Tick(ChainId chain) => Give(new() { Chain = chain, Height = NextHeight(chain), Time = Now, Transfers = [] });

    public Block Block(string? sender, params Transfer[] moves)
    {
        var chain = moves[0].Chain;
        long height = NextHeight(chain);
        var tx = new TxHash(UInt128.One, (UInt128)(++_transactions));
        int index = 0;
        List<Transfer> placed = [];
        foreach (var move in moves)
        {
            var phase = move.Kind is TransferKind.UtxoIn or TransferKind.Fee ? Phase.First : move.Kind == TransferKind.Token ? Phase.Log : Phase.Value;
            placed.Add(move with { Position = new(height, 3, phase, index++), Time = Now, Tx = tx });
        }

        return new()
        {
            Chain = chain,
            Height = height,
            Time = Now,
            Transfers = [.. placed.OrderBy(transfer => transfer.Position)],
            Sent = sender is null ? [] : [new() { Tx = tx, Index = 3, From = At(sender), To = moves[0].To, HasSucceeded = true }],
        };
    }

    public static IReadOnlyList<Transfer> Utxo((string Name, decimal Coins)[] inputs, params (string Name, decimal Coins)[] outputs) =>
    [
        .. inputs.Select((input, i) => UtxoRow(TransferKind.UtxoIn, input.Coins, i) with { From = OnBitcoin(input.Name) }),
        .. outputs.Select((output, i) => UtxoRow(TransferKind.UtxoOut, output.Coins, i) with { To = OnBitcoin(output.Name) }),
    ];

    public static string Show(IEnumerable<AlertNotice> notices) => string.Join('\n', notices.Select(notice =>
        string.Create(CultureInfo.InvariantCulture, $"{notice.Alert[..6]}#{notice.Number} {notice.Stage} {notice.Class} {notice.Severity} {notice.Score} [{notice.HardRule}] {notice.Headline}\n  ")
        + string.Join("\n  ", notice.Signals.Select(signal => $"{signal.Kind} {signal.Weight} {signal.Speaks} {signal.Value} | {signal.Threshold} | {signal.Words}"))));

    private static Transfer UtxoRow(TransferKind kind, decimal coins, int index) => new()
    {
        Position = default,
        Time = default,
        Tx = default,
        Kind = kind,
        Asset = Btc,
        Amount = Coins(Btc, coins),
        Output = new(new(UInt128.Zero, (UInt128)index), index),
    };

    private static Price PriceOf(string subject, decimal usd, int day) =>
        new() { Subject = subject, Kind = PriceKind.Daily, Time = new DateTimeOffset(2023, 9, 12, 0, 0, 0, TimeSpan.Zero).AddDays(day), Usd = usd, Source = "round figures" };

    private static Address Named(AddressKind kind, string name)
    {
        byte[] bytes = new byte[20];
        System.Text.Encoding.ASCII.GetBytes(name, bytes);
        return new(kind, bytes);
    }

    private long NextHeight(ChainId chain) => _heights[chain] = _heights.GetValueOrDefault(chain, 18_000_000) + 1;
}
