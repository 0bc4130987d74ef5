using Spoor.Detection;
using Spoor.Detection.Backtest;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Tests.Detection.Backtest;

/// <summary>The simple watches that the detector is measured against.</summary>
public sealed class YardstickTests
{
    private readonly MadeExchange _exchange = new(11);

    [Fact]
    public void A_figure_in_dollars_speaks_from_that_figure_on()
    {
        _exchange.Move(At(0), _exchange.Hot, _exchange.Made(), MadeExchange.Usdc, 99_999m);
        var large = _exchange.Move(At(1), _exchange.Hot, _exchange.Made(), MadeExchange.Usdc, 100_000m);

        Assert.Equal([large], Said("one transfer of 100,000 USD").Select(notice => notice.Tx));
        Assert.Empty(Said("one transfer of 1,000,000 USD"));
    }

    [Fact]
    public void Z_speaks_only_of_a_wallet_with_a_habit()
    {
        _exchange.Move(At(0), _exchange.Hot, _exchange.Made(), MadeExchange.Usdc, 5_000_000m);
        for (int i = 1; i <= 30; i++)
        {
            _exchange.Move(At(i), _exchange.Hot, _exchange.Made(), MadeExchange.Usdc, 100m + i);
        }

        var odd = _exchange.Move(At(40), _exchange.Hot, _exchange.Made(), MadeExchange.Usdc, 50_000m);

        Assert.Equal([odd], Said("z above 6 alone").Select(notice => notice.Tx));
    }

    [Fact]
    public void An_address_is_unseen_until_it_was_in_a_transfer()
    {
        var customer = _exchange.Made();
        var first = _exchange.Move(At(0), _exchange.Hot, customer, MadeExchange.Usdc, 250_000m);
        var second = _exchange.Move(At(60 * 23), _exchange.Hot, customer, MadeExchange.Usdc, 900_000m);
        _exchange.Move(At(60 * 25), _exchange.Hot, customer, MadeExchange.Usdc, 900_000m);

        Assert.Equal([first], Said("one transfer of 250,000 USD to an address not seen before").Select(notice => notice.Tx));
        Assert.Equal([first, second], Said("one transfer of 250,000 USD to an address seen for less than a day").Select(notice => notice.Tx));
    }

    [Fact]
    public void Change_is_no_outflow()
    {
        var yardsticks = Yardsticks.All(new([Miner]), BitcoinPrices);

        var said = yardsticks.Select(yardstick => (yardstick.Name, Count: yardstick.Apply(Spending(payment: 1_000_000, change: 9_999_000_000), NoPast).Count));

        // 0.01 of 100 bitcoin are paid: 100 dollars, although an input of a million is spent.
        Assert.All(said, one => Assert.Equal((one.Name, 0), one));
    }

    [Fact]
    public void What_others_get_of_a_transaction_of_outputs_is_one()
    {
        var yardsticks = Yardsticks.All(new([Miner]), BitcoinPrices);

        var said = yardsticks.Where(yardstick => yardstick.Apply(Spending(payment: 6_000_000_000, change: 3_999_000_000), NoPast).Count == 1).Select(yardstick => yardstick.Name);

        Assert.Equal(["one transfer of 100,000 USD", "one transfer of 250,000 USD to an address not seen before", "one transfer of 250,000 USD to an address seen for less than a day", "half of a balance alone"], said);
    }

    [Fact]
    public void A_watch_that_lacks_what_it_needs_says_that_it_judged_nothing()
    {
        _exchange.Move(At(0), _exchange.Cold, _exchange.Made(), MadeExchange.Usdc, 4_000_000m);

        var yardsticks = Yardsticks.All(new([_exchange.Owner]), MadeExchange.Prices);
        foreach (var block in BlockReplay.Of(_exchange.Transfers).Blocks)
        {
            Assert.All(yardsticks, yardstick => yardstick.Apply(block, NoPast));
        }

        Assert.Equal([1, 1, 1, 1, 0, 0], yardsticks.Select(yardstick => yardstick.Judged.Judged));
        Assert.All(yardsticks, yardstick => Assert.Equal(1, yardstick.Judged.Outflows));
        Assert.Contains("an opening balance", yardsticks[^1].Judged.Needs, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_of_a_balance_needs_a_balance()
    {
        var half = _exchange.Move(At(0), _exchange.Hot, _exchange.Made(), MadeExchange.Usdc, 4_000_000m);
        var untold = _exchange.Move(At(1), _exchange.Cold, _exchange.Made(), MadeExchange.Usdc, 4_000_000m);

        var said = Said("half of a balance alone").Select(notice => notice.Tx).ToList();

        Assert.Contains(half, said);
        Assert.DoesNotContain(untold, said);
    }

    [Fact]
    public void What_stays_with_the_owner_is_no_outflow()
    {
        _exchange.Move(At(0), _exchange.Hot, _exchange.Cold, MadeExchange.Usdc, 7_000_000m);

        Assert.Empty(Said("one transfer of 100,000 USD"));
    }

    [Fact]
    public void What_it_says_within_a_day_is_one_alert()
    {
        _exchange.Move(At(0), _exchange.Hot, _exchange.Made(), MadeExchange.Usdc, 200_000m);
        _exchange.Move(At(60), _exchange.Hot, _exchange.Made(), MadeExchange.Usdc, 200_000m);
        _exchange.Move(At(60 * 48), _exchange.Hot, _exchange.Made(), MadeExchange.Usdc, 200_000m);

        var said = Said("one transfer of 100,000 USD").ToList();

        Assert.Equal([AlertStage.Start, AlertStage.Update, AlertStage.Start], said.Select(notice => notice.Stage));
        Assert.Equal(2, said.Select(notice => notice.Alert).Distinct().Count());
        Assert.Equal(2, said[1].Transactions.Count);
    }

    private static readonly ChainId Bitcoin = ChainId.Parse("bip122:000000000019d6689c085ae165831e93");
    private static readonly AssetId Coin = AssetId.Parse($"{Bitcoin}/slip44:0");
    private static readonly Address Mined = AddressText.Parse(Bitcoin, "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa");
    private static readonly Address Change = AddressText.Parse(Bitcoin, "12c6DSiU4Rq3P4ZxziKxzrL5LmMBrzjrJX");
    private static readonly Address Paid = AddressText.Parse(Bitcoin, "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2");
    private static readonly Dictionary<Address, RecipientHistory> NoPast = [];

    private static PriceBook BitcoinPrices => new(
        [new() { Subject = "BTC", Kind = PriceKind.DailyClose, Time = MadeExchange.Opened, Usd = 10_000m, Source = "made" }], PriceSymbols.Builtin);

    private static WatchedOwner Miner => new()
    {
        Name = "Miner",
        Wallets =
        [
            new() { Chain = Bitcoin, Address = Mined, Use = WalletUse.Hot, Opening = new Dictionary<AssetId, Amount> { [Coin] = new(10_000_000_000) } },
            new() { Chain = Bitcoin, Address = Change, Use = WalletUse.Hot },
        ],
    };

    private static Block Spending(ulong payment, ulong change)
    {
        return new() { Chain = Bitcoin, Height = 1, Time = MadeExchange.Opened, Transfers = [Row(0, Mined, null, 10_000_000_000), Row(1, null, Paid, payment), Row(2, null, Change, change)], Gaps = default };

        static Transfer Row(int index, Address? from, Address? to, ulong units) => new()
        {
            Position = new(1, 0, Phase.Value, index),
            Time = MadeExchange.Opened,
            Tx = default,
            Kind = from is null ? TransferKind.UtxoOut : TransferKind.UtxoIn,
            From = from,
            To = to,
            Asset = Coin,
            Amount = new(units),
        };
    }

    private static DateTimeOffset At(int minutes) => MadeExchange.Opened.AddMinutes(minutes);

    private IEnumerable<AlertNotice> Said(string name)
    {
        var yardstick = Yardsticks.All(new([_exchange.Owner]), MadeExchange.Prices).Single(one => one.Name == name);
        var history = new ReplayHistory(new Dictionary<AccountOnChain, RecipientHistory>());
        foreach (var block in BlockReplay.Of(_exchange.Transfers).Blocks)
        {
            var past = history.Before(block, yardstick.Unfamiliar(block));
            history.Enter(block);
            foreach (var notice in yardstick.Apply(block, past))
            {
                yield return notice;
            }
        }
    }
}
