using Spoor.Detection;
using Spoor.Detection.Backtest;
using Spoor.Transfers;

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

    private static DateTimeOffset At(int minutes) => MadeExchange.Opened.AddMinutes(minutes);

    private IEnumerable<AlertNotice> Said(string name)
    {
        var yardstick = Yardsticks.All(new([_exchange.Owner]), MadeExchange.Prices).Single(one => one.Name == name);
        return BlockReplay.Of(_exchange.Transfers).Blocks.SelectMany(block => yardstick.Apply(block, new Dictionary<Address, RecipientHistory>()));
    }
}
