using Spoor.Tracing.Bridges;
using Spoor.Transfers;

namespace Spoor.Tests.Tracing.Bridges;

/// <summary>Legs of made-up crossings from Ethereum to Optimism.</summary>
internal static class Legs
{
    public static readonly ChainId Here = ChainId.Parse("eip155:1");
    public static readonly ChainId There = ChainId.Parse("eip155:10");
    public static readonly AssetId Given = new(Here, "erc20:0x00000000000000000000000000000000000000a1");
    public static readonly AssetId Paid = new(There, "erc20:0x00000000000000000000000000000000000000a2");
    private static readonly DateTimeOffset Start = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);

    public static BridgeLeg Deposit(int number, int second, ulong amount = 1_000, byte who = 1) => new()
    {
        Side = BridgeSide.Deposit,
        Protocol = "made-up",
        Chain = Here,
        OtherChain = There,
        Tx = new(1, (UInt128)number),
        Position = new(second, number, Phase.Log, 0),
        Time = Start.AddSeconds(second),
        Sender = Who(who),
        Recipient = Who(who),
        Asset = Given,
        OtherAsset = Paid,
        Amount = new(amount),
    };

    public static BridgeLeg Payout(int number, int second, ulong amount = 1_000, byte who = 1) => new()
    {
        Side = BridgeSide.Payout,
        Protocol = "made-up",
        Chain = There,
        OtherChain = Here,
        Tx = new(2, (UInt128)number),
        Position = new(second, number, Phase.Log, 0),
        Time = Start.AddSeconds(second),
        Recipient = Who(who),
        Asset = Paid,
        Amount = new(amount),
    };

    public static Address Who(byte number) => new(AddressKind.Account20, [.. new byte[19], number]);

    public static BridgeMatches Match(params BridgeLeg[] legs) => new BridgeMatcher().Match(legs);

    /// <summary>What became of the deposit of a number.</summary>
    public static BridgeMatch Of(this BridgeMatches matches, int number) => matches.Deposits.Single(match => match.Deposit.Tx.Low == (UInt128)number);

    public static UInt128? PayoutOf(this BridgeMatches matches, int number) => matches.Of(number).Payout?.Tx.Low;
}
