using static Spoor.Tests.Cli.ScriptedContract;

namespace Spoor.Tests.Cli;

/// <summary>What Across says on both sides of a crossing, encoded by hand.</summary>
/// <remarks>Declarations: V3SpokePoolInterface in https://github.com/across-protocol/contracts.</remarks>
internal static class AcrossEvent
{
    /// <summary>SpokePools of Ethereum and Polygon: https://docs.across.to/reference/contract-addresses.</summary>
    public const string PoolOfEthereum = "0x5c7bcd6e7de5423a257d81b442095a1a6ced35c5";

    public const string PoolOfPolygon = "0x9295ee1d8c5b022be115a2ad3c30c72e34e7f096";

    private const string Deposited = "0xa123dc29aebf7d0c3322c8eeb5b999e859f39937950ed31056532713d0de396f";
    private const string Filled = "0x571749edf1d5c9599318cdbc4e28a6475d65e87fd3b2ddbe1e9a8d5e7a0f0ff7";

    private const uint Ethereum = 1;
    private const uint Polygon = 137;
    private const uint WordBytes = 32;

    // The words before the tail of each event, and inside the tuple at the end of a fill.
    private const uint WordsOfDeposit = 10;
    private const uint WordsOfFill = 12;
    private const uint WordsOfExecution = 4;

    /// <summary>A deposit on Ethereum for Polygon.</summary>
    public static string Deposit(AcrossOrder order) => Event(
        Deposited, Word(Polygon), Word(order.Number), Word(order.Depositor),
        Word(order.Input), Word(order.Output), Word(order.Paid), Word(order.Promised),
        Word(0), Word(uint.MaxValue), Word(0), Word(order.Recipient), Word(0), Word(WordsOfDeposit * WordBytes), Word(0));

    /// <summary>Its payout on Polygon.</summary>
    public static string Fill(AcrossOrder order, string relayer) => Event(
        Filled, Word(Ethereum), Word(order.Number), Word(relayer),
        Word(order.Input), Word(order.Output), Word(order.Paid), Word(order.Promised), Word(Polygon),
        Word(uint.MaxValue), Word(0), Word(0), Word(order.Depositor), Word(order.Recipient),
        Word(WordsOfFill * WordBytes), Word((WordsOfFill + 1) * WordBytes), Word(0),
        Word(order.Recipient), Word(WordsOfExecution * WordBytes), Word(order.Promised), Word(0), Word(0));
}

/// <summary>What somebody asks of the bridge.</summary>
internal sealed record AcrossOrder(uint Number, string Depositor, string Recipient, string Input, UInt128 Paid, string Output, UInt128 Promised);
