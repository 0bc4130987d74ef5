using Spoor.Detection;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Tests.Web;

/// <summary>Notices for tests of what becomes of them.</summary>
internal static class Notices
{
    private static readonly ChainId Ethereum = ChainId.Parse("eip155:1");
    private static readonly ChainId Tron = ChainId.Parse("tron:0x2b6653dc");

    /// <summary>One with every member filled.</summary>
    public static AlertNotice Of(int number) => new()
    {
        Alert = "a1",
        Number = number,
        Stage = AlertStage.Start,
        Class = AlertClass.Drain,
        Severity = AlertSeverity.Critical,
        Owner = "Börse \"Nord\"",
        Chain = Ethereum,
        At = new(18_120_000, 7, Phase.Log, 3),
        Time = new(2023, 9, 12, 13, 21, 0, TimeSpan.Zero),
        Tx = new(1, (ulong)number),
        Score = 4_217,
        HardRule = "fresh recipient, half of the wallet, several assets",
        Signals =
        [
            new()
            {
                Kind = SignalKind.DrainShare, Weight = 2_000, Value = "97.4 % of 5,080 ETH", Threshold = "50 %", Speaks = true,
                Words = "Nearly everything left.", Evidence = [new(1, 1)],
            },
            new() { Kind = SignalKind.GasTopUp, Weight = 0, Value = "no traces", Threshold = "1", Speaks = null, Words = "Unknown." },
        ],
        Headline = "4,947 ETH left for an address without a past",
        Gone = new(7_900_000_123_456),
        AtRisk = UsdValue.OfDollars(10),
        Unpriced = [new(Ethereum, "erc20:0x1f9840a85d5af5bf1d1762f925bdaddc4201f984")],
        Block = [new(Ethereum, Account(1)), new(Tron, Account(1))],
        Transactions = [new(1, 1), new(1, 2)],
        Unchecked = ["The node keeps no traces."],
    };

    private static Address Account(byte last) => new(AddressKind.Account20, [.. new byte[19], last]);
}
