using System.Text;
using System.Text.Json.Nodes;
using Spoor.Transfers.Codecs;

namespace Spoor.Tests.Evm;

/// <summary>A block of a made-up chain: a payment of ether, and a call to a token that logs a transfer and pays 7 wei inside.</summary>
/// <param name="Branch">Blocks of the same height on different branches differ in hash and in the value paid.</param>
internal sealed record FakeBlock(string Branch, long Height, string Parent)
{
    public const string Token = "0x00000000000000000000000000000000000070ce";
    private const string Sender = "0x00000000000000000000000000000000000000aa";
    private const string Payee = "0x00000000000000000000000000000000000000bb";
    private const string Zero = "0x0000000000000000000000000000000000000000000000000000000000000000";

    public string Hash { get; } = HashOf($"{Branch} block {Height}");

    public long Value => 1_000 + Height + (Branch.Length * 1_000_000);

    private string[] Transactions => [HashOf($"{Branch} {Height} payment"), HashOf($"{Branch} {Height} call")];

    public static string HashOf(string text) => "0x" + Convert.ToHexStringLower(Keccak256.Hash(Encoding.UTF8.GetBytes(text)));

    public static string Hex(long number) => $"0x{number:x}";

    public JsonObject ToJson(bool whole) => new()
    {
        ["number"] = Hex(Height),
        ["hash"] = Hash,
        ["parentHash"] = Height == 0 ? Zero : Parent,
        ["timestamp"] = Hex(1_700_000_000 + (12 * Height)),
        ["logsBloom"] = Bloom(),
        ["transactions"] = Height == 0 ? [] : new JsonArray([.. Enumerable.Range(0, 2).Select(JsonNode (i) => whole ? Transaction(i) : JsonValue.Create(Transactions[i]))]),
    };

    public JsonArray Receipts() => Height == 0 ? [] : [Receipt(0), Receipt(1)];

    public JsonArray Logs() => Height == 0 ? [] : [Log()];

    public JsonObject? ReceiptOf(string transaction) => Array.IndexOf(Transactions, transaction) is >= 0 and int index && Height > 0 ? Receipt(index) : null;

    public JsonArray FlatTraces() => Height == 0 ? [] :
    [
        FlatTrace(0, Sender, Payee, Value, [], 0),
        FlatTrace(1, Sender, Token, 0, [], 1),
        FlatTrace(1, Token, Payee, 7, [0], 0),
    ];

    public JsonArray CallTraces() => Height == 0 ? [] :
    [
        new JsonObject { ["txHash"] = Transactions[0], ["result"] = Call(Sender, Payee, Value) },
        new JsonObject { ["txHash"] = Transactions[1], ["result"] = Call(Sender, Token, 0, Call(Token, Payee, 7)) },
    ];

    private JsonObject Transaction(int index) => Placed(index, "hash", new()
    {
        ["from"] = Sender,
        ["to"] = index == 0 ? Payee : Token,
        ["value"] = Hex(index == 0 ? Value : 0),
        ["nonce"] = Hex((2 * Height) + index),
        ["gasPrice"] = "0x5",
        ["gas"] = "0xffff",
        ["type"] = "0x0",
        ["input"] = index == 0 ? "0x" : "0xa9059cbb",
    });

    private JsonObject Receipt(int index) => Placed(index, "transactionHash", new()
    {
        ["status"] = "0x1",
        ["gasUsed"] = "0x5208",
        ["effectiveGasPrice"] = "0x5",
        ["logs"] = index == 1 ? Logs() : [],
    });

    private JsonObject Log() => Placed(1, "transactionHash", new()
    {
        ["address"] = Token,
        ["topics"] = new JsonArray([.. Topics().Select(topic => JsonValue.Create(topic))]),
        ["data"] = "0x" + Value.ToString("x64", System.Globalization.CultureInfo.InvariantCulture),
        ["logIndex"] = "0x0",
        ["removed"] = false,
    });

    private static string[] Topics() =>
        [HashOf("Transfer(address,address,uint256)"), "0x" + Sender[2..].PadLeft(64, '0'), "0x" + Payee[2..].PadLeft(64, '0')];

    private JsonObject FlatTrace(int index, string from, string to, long value, int[] address, int below) => new()
    {
        ["action"] = new JsonObject { ["callType"] = "call", ["from"] = from, ["to"] = to, ["value"] = Hex(value), ["input"] = "0x" },
        ["blockHash"] = Hash,
        ["blockNumber"] = Height,
        ["result"] = new JsonObject { ["gasUsed"] = "0x0", ["output"] = "0x" },
        ["subtraces"] = below,
        ["traceAddress"] = new JsonArray([.. address.Select(place => JsonValue.Create(place))]),
        ["transactionHash"] = Transactions[index],
        ["transactionPosition"] = index,
        ["type"] = "call",
    };

    private static JsonObject Call(string from, string to, long value, params JsonNode[] calls) => new()
    {
        ["type"] = "CALL",
        ["from"] = from,
        ["to"] = to,
        ["value"] = Hex(value),
        ["calls"] = new JsonArray(calls),
    };

    private JsonObject Placed(int index, string name, JsonObject fields)
    {
        fields[name] = Transactions[index];
        fields["transactionIndex"] = Hex(index);
        fields["blockHash"] = Hash;
        fields["blockNumber"] = Hex(Height);
        return fields;
    }

    // Written apart from the code under test: 2,048 bits as one number, bit 0 the lowest of the last byte.
    private string Bloom()
    {
        var bits = System.Numerics.BigInteger.Zero;
        foreach (string entry in Height == 0 ? [] : (string[])[Token, .. Topics()])
        {
            byte[] hash = Keccak256.Hash(Convert.FromHexString(entry[2..]));
            for (int i = 0; i < 6; i += 2)
            {
                bits |= System.Numerics.BigInteger.One << (((hash[i] * 256) + hash[i + 1]) % 2048);
            }
        }

        byte[] bytes = bits.ToByteArray(isUnsigned: true, isBigEndian: true);
        return "0x" + Convert.ToHexStringLower(bytes).PadLeft(512, '0');
    }
}
