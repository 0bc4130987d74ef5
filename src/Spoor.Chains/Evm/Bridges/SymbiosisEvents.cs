using Spoor.Transfers;

namespace Spoor.Chains.Evm.Bridges;

/// <summary>Symbiosis: a request to its oracles carries the call for the other chain, whose two names the completion repeats.</summary>
/// <remarks>
/// Declarations as in https://docs.symbiosis.finance/developer-tools/symbiosis-contracts. Of the two names, the operation's and the request's, both
/// are taken, in the order of their digits, because versions of the contracts pass them in different order.
/// </remarks>
internal static class SymbiosisEvents
{
    private const string Protocol = "symbiosis";
    private const int SelectorBytes = 4;

    // Of each call: at which word its two names begin. In the second, the arguments are one tuple, after the word that says where it is.
    private static readonly Dictionary<string, int> FirstName = new(StringComparer.Ordinal)
    {
        ["mintSyntheticToken(uint256,bytes32,bytes32,address,uint256,uint256,address)"] = 1,
        ["metaMintSyntheticToken((uint256,uint256,bytes32,bytes32,address,uint256,address,address[],address,bytes,address,bytes,uint256))"] = 3,
        ["unsynthesize(uint256,bytes32,bytes32,address,uint256,address)"] = 1,
        ["metaUnsynthesize(uint256,bytes32,bytes32,address,uint256,address,address,bytes,uint256)"] = 1,
    };

    private static readonly Dictionary<uint, int> BySelector = FirstName.ToDictionary(call => (uint)(EventTopics.Of(call.Key).High >> 96), call => call.Value);

    public static readonly IReadOnlyList<BridgeEvent> All =
    [
        new(Protocol, "OracleRequest(address bridge,bytes callData,address receiveSide,address oppositeBridge,uint256 chainId)", Request),
        new(Protocol, "SynthesizeRequest(bytes32 id,address indexed from,uint256 indexed chainID,address indexed revertableAddress,address to,uint256 amount,address token)", Given),
        new(Protocol, "BurnRequest(bytes32 id,address indexed from,uint256 indexed chainID,address indexed revertableAddress,address to,uint256 amount,address token)", Given),
        new(Protocol, "SynthesizeCompleted(bytes32 indexed id,address indexed to,bytes32 indexed crossChainID,uint256 amount,uint256 bridgingFee,address token)", Completed),
        new(Protocol, "BurnCompleted(bytes32 indexed id,bytes32 indexed crossChainID,address indexed to,uint256 amount,uint256 bridgingFee,address token)", Completed),
    ];

    private static BridgeLeg? Request(BridgeLog log)
    {
        byte[] call = log.Bytes("callData") ?? [];
        uint selector = call.Length < SelectorBytes ? 0 : System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(call);
        if (!BySelector.TryGetValue(selector, out int first) || call.Length < SelectorBytes + ((first + 2) * Word256.Bytes))
        {
            return null;
        }

        var names = call.AsSpan(SelectorBytes + (first * Word256.Bytes), 2 * Word256.Bytes);
        return log.Leg(BridgeSide.Deposit, Id(HexText.Word(names), HexText.Word(names[Word256.Bytes..]))) with { OtherChain = log.EvmChain("chainId") };
    }

    private static BridgeLeg Given(BridgeLog log) => log.Leg(BridgeSide.Deposit) with
    {
        OtherChain = log.EvmChain("chainID"),
        Sender = log.Account("from"),
        Recipient = log.Account("to"),
        Asset = log.Token("token"),
        Amount = log.Amount("amount"),
    };

    private static BridgeLeg Completed(BridgeLog log) => log.Leg(BridgeSide.Payout, Id(log.Word("id"), log.Word("crossChainID"))) with
    {
        Recipient = log.Account("to"),
        Asset = log.Token("token"),
        Amount = log.Amount("amount"),
    };

    private static string Id(Word256 one, Word256 other)
    {
        string[] names = [BridgeWords.Hex(one), BridgeWords.Hex(other)];
        Array.Sort(names, StringComparer.Ordinal);
        return string.Join(':', names);
    }
}
