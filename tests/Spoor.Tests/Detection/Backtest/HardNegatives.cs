using Spoor.Detection;
using Spoor.Transfers;

namespace Spoor.Tests.Detection.Backtest;

/// <summary>What looks like a drain and is none, laid over the business of a made exchange.</summary>
internal static class HardNegatives
{
    private const int Days = 60;

    /// <summary>From the second month on, so that habits are known; one story a week.</summary>
    private static readonly int[] StoryDays = [32, 39, 46, 53];

    public static IReadOnlyDictionary<string, Func<int, (MadeExchange Exchange, WatchedOwner Owner)>> All { get; } =
        new Dictionary<string, Func<int, (MadeExchange, WatchedOwner)>>
        {
            ["business alone"] = seed => Told(seed, (_, _) => { }),
            ["announced migration to a new wallet"] = AnnouncedMigration,
            ["migration to a new wallet on the watch list"] = ListedMigration,
            ["top-up of the cold wallet"] = seed => Told(seed, ColdTopUp),
            ["consolidation of deposits"] = seed => Told(seed, Consolidation),
            ["a whale's withdrawal to an address paid before"] = seed => Told(seed, OldWhale),
            ["a whale's withdrawal to a new address"] = seed => Told(seed, NewWhale),
            ["airdrop spam"] = seed => Told(seed, Spam),
            ["address poisoning"] = seed => Told(seed, Poison),
        };

    private static (MadeExchange Exchange, WatchedOwner Owner) Told(int seed, Action<MadeExchange, DateTimeOffset> story)
    {
        var exchange = new MadeExchange(seed);
        for (int day = 0; day < Days; day++)
        {
            exchange.Trade(day, 1);
            if (StoryDays.Contains(day))
            {
                story(exchange, MadeExchange.Opened.AddDays(day).AddHours(23.8));
            }
        }

        return (exchange, exchange.Owner);
    }

    // Exactly what a drain looks like: everything, within minutes, to an address without a past.
    private static (MadeExchange Exchange, WatchedOwner Owner) AnnouncedMigration(int seed)
    {
        var (exchange, owner) = Told(seed, (_, _) => { });
        var fresh = exchange.Made();
        var at = Empty(exchange, fresh);
        return (exchange, owner with
        {
            Planned =
            [
                new()
                {
                    Id = "migration", Reason = "New hot wallet", From = at.AddHours(-1), Until = at.AddHours(6),
                    Senders = new HashSet<Address> { exchange.Hot }, Recipients = new HashSet<Address> { fresh },
                },
            ],
        });
    }

    private static (MadeExchange Exchange, WatchedOwner Owner) ListedMigration(int seed)
    {
        var (exchange, owner) = Told(seed, (_, _) => { });
        var fresh = exchange.Made();
        Empty(exchange, fresh);
        return (exchange, owner with
        {
            Wallets = [.. owner.Wallets, new() { Chain = MadeExchange.Ethereum, Address = fresh, Use = WalletUse.Hot }],
        });
    }

    /// <summary>Empties the hot wallet after the last day of business.</summary>
    public static DateTimeOffset Empty(MadeExchange exchange, Address to)
    {
        var at = MadeExchange.Opened.AddDays(Days).AddHours(2);
        for (int i = 0; i < MadeExchange.Assets.Count; i++)
        {
            var asset = MadeExchange.Assets[i];
            exchange.Move(at.AddMinutes(2 * i), exchange.Hot, to, asset, exchange.Held(asset) * 0.999m);
        }

        return at;
    }

    private static void ColdTopUp(MadeExchange exchange, DateTimeOffset at)
    {
        foreach (var asset in MadeExchange.Assets)
        {
            decimal dollars = exchange.Held(asset) * 0.6m;
            exchange.Move(at, exchange.Hot, exchange.Cold, asset, dollars);
            exchange.Book(asset, -dollars);
        }
    }

    private static void Consolidation(MadeExchange exchange, DateTimeOffset at)
    {
        for (int i = 0; i < 40; i++)
        {
            exchange.Move(at.AddSeconds(12 * i), exchange.Deposits, exchange.Hot, MadeExchange.Usdt, 25_000m);
        }

        exchange.Move(at.AddMinutes(10), exchange.Hot, exchange.Cold, MadeExchange.Usdt, 1_000_000m);
    }

    private static void OldWhale(MadeExchange exchange, DateTimeOffset at) => Pay(exchange, at, exchange.Customer(), 1_500_000m);

    private static void NewWhale(MadeExchange exchange, DateTimeOffset at) => Pay(exchange, at, exchange.Made(), 900_000m);

    private static void Pay(MadeExchange exchange, DateTimeOffset at, Address to, decimal dollars)
    {
        exchange.Move(at, exchange.Hot, to, MadeExchange.Usdc, dollars);
        exchange.Book(MadeExchange.Usdc, -dollars);
    }

    // Tokens that nobody lists may claim to come from anyone: their logs name the hot wallet as sender.
    private static void Spam(MadeExchange exchange, DateTimeOffset at)
    {
        var bait = exchange.Made();
        for (int i = 0; i < 30; i++)
        {
            var fake = Fake(exchange);
            exchange.Move(at.AddSeconds(12 * i), bait, exchange.Hot, fake, new Amount(1_000_000_000));
            exchange.Move(at.AddSeconds(12 * i), exchange.Hot, bait, fake, new Amount(1_000_000_000));
        }
    }

    // A worthless token of the same name and amount as a real payment, to an address that looks like the customer's.
    private static void Poison(MadeExchange exchange, DateTimeOffset at)
    {
        for (int i = 0; i < 20; i++)
        {
            exchange.Move(at.AddSeconds(12 * i), exchange.Hot, exchange.Made(), Fake(exchange), MadeExchange.Units(MadeExchange.Usdt, 250_000m));
        }
    }

    private static AssetId Fake(MadeExchange exchange) =>
        AssetId.Parse($"eip155:1/erc20:0x{Convert.ToHexStringLower(exchange.Made().ToBytes())}");
}
