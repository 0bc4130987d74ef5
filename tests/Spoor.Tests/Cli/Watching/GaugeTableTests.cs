using Spoor.Cli.Watching;
using Spoor.Detection;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Tests.Cli.Watching;

public sealed class GaugeTableTests
{
    private static readonly WalletGauge Quiet = new()
    {
        Owner = "Desk",
        Chain = ChainId.Parse("eip155:1"),
        Address = AddressText.Parse(ChainId.Parse("eip155:1"), "0xD782E53A49D564F5fce4bA99555DD25d16d02a75"),
        Name = "Hot 1",
        LastHour = UsdValue.OfDollars(3_000),
        Largest = UsdValue.OfDollars(2_000),
        Usual = UsdValue.OfDollars(1_500),
        Extreme = UsdValue.OfDollars(90_000),
        IsLearnt = true,
        Holds = UsdValue.OfDollars(1_000_000),
        HoldsMore = false,
    };

    [Fact]
    public void A_wallet_that_is_known_is_shown_with_its_figures() =>
        Assert.Equal(["Desk, Hot 1 (Ethereum)", "3,000.00", "2,000.00", "1,500.00", "90,000.00", "1,000,000.00"], GaugeTable.CellsOf(Quiet));

    [Fact]
    public void What_is_not_known_of_a_wallet_is_not_made_up()
    {
        var cells = GaugeTable.CellsOf(Quiet with { Name = "", Usual = null, IsLearnt = false, HoldsMore = true });

        Assert.Equal(
            ["Desk, 0xD782E53A49D564F5fce4bA99555DD25d16d02a75 (Ethereum)", "3,000.00", "2,000.00", "not known yet", "90,000.00 (policy)", "at least 1,000,000.00"], cells);
    }
}
