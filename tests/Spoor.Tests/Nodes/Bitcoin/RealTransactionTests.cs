using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spoor.Chains.Bitcoin;
using Spoor.Chains.Nodes.Answers;
using Spoor.Transfers;

namespace Spoor.Tests.Nodes.Bitcoin;

/// <summary>Real transactions that no recorded node answer holds: a whole block in Bitcoin's own bytes (rust-bitcoin, CC0), and shapes as Esplora lists them.</summary>
public sealed class RealTransactionTests
{
    private const string RawBlock = "chain_fixtures/bitcoin_block/mainnet_block_000000000000000000000c835b2adcaedc20fdf6ee440009c249452c726dafae.raw.gz";
    private const string RawHash = "000000000000000000000c835b2adcaedc20fdf6ee440009c249452c726dafae";

    private static readonly UtxoRules Rules = UtxoRules.Of(Answer.Bitcoin);

    public static TheoryData<string> Shapes() =>
        ["bare-multisig", "batch-withdrawal-143", "dust-attack-555", "op-return-charley", "simple-legacy-p2pkh", "taproot-op-return", "taproot-script-path", "whirlpool-coinjoin"];

    /// <summary>The node's JSON is made here from the block's bytes; what is tested is that a real block passes every seal.</summary>
    [Fact]
    public void A_real_block_passes_the_seals_of_its_transactions_and_its_header()
    {
        byte[] bytes = Unpack(SharedData.File(RawBlock));
        var answer = JsonOf(bytes, out int outputs);

        var block = Answer.Decode(answer.ToJsonString());

        Assert.Equal(RawHash, $"{block.Hash}");
        Assert.Equal(outputs, block.Transfers.Count(transfer => transfer.Kind == TransferKind.UtxoOut));
        Assert.True(outputs > 1000, $"{outputs}");
        var kinds = block.Transfers.Select(transfer => transfer.To?.Kind).Distinct().ToList();
        Assert.Contains(AddressKind.PubKeyHash, kinds);
        Assert.Contains(AddressKind.ScriptHash, kinds);
        Assert.Contains(AddressKind.Witness0, kinds);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Scripts_of_real_transactions_belong_to_the_addresses_that_an_explorer_names(string shape)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedData.File($"chain_fixtures/bitcoin_tx_shapes/{shape}.json")));
        var transaction = document.RootElement;
        var outputs = transaction.GetProperty("vout").EnumerateArray().ToList();
        var spent = transaction.GetProperty("vin").EnumerateArray().Select(input => input.GetProperty("prevout")).ToList();

        var read = AnswerText.Read(System.Text.Encoding.UTF8.GetBytes(CoreJson(transaction).ToJsonString()), shape, (json, place) => UtxoTransactionAnswer.Read(new(json, place), 1, Rules));

        Assert.Equal(transaction.GetProperty("txid").GetString(), $"{read.Id}");
        Assert.Equal(outputs.Select(Named), read.Outputs.Select(Named));
        Assert.Equal(spent.Select(Named), read.Inputs.Select(input => Named(input.Stated!)));
        Assert.Equal(transaction.GetProperty("fee").GetInt64(), read.Inputs.Sum(input => input.Stated!.Units) - read.Outputs.Sum(output => output.Units));
    }

    private static string Named(JsonElement output)
    {
        // An explorer names no address for a bare public key; Spoor names that of the key.
        string address = output.TryGetProperty("scriptpubkey_address", out var stated) ? stated.GetString()! : "";
        return $"{address} {output.GetProperty("value")}";
    }

    private static string Named(UtxoOutput output) => $"{(output.Holder is { } holder ? Answer.Bitcoin.Addresses.Render(holder) : "")} {output.Units}";

    // The same facts in the form of getblock: coins instead of satoshi, no bytes of the transaction.
    private static JsonObject CoreJson(JsonElement transaction) => new()
    {
        ["txid"] = transaction.GetProperty("txid").GetString(),
        ["vin"] = new JsonArray([.. transaction.GetProperty("vin").EnumerateArray().Select(input => new JsonObject
        {
            ["txid"] = input.GetProperty("txid").GetString(),
            ["vout"] = input.GetProperty("vout").GetInt32(),
            ["prevout"] = Output(input.GetProperty("prevout"), null),
        })]),
        ["vout"] = new JsonArray([.. transaction.GetProperty("vout").EnumerateArray().Select((output, n) => Output(output, n))]),
    };

    private static JsonObject Output(JsonElement output, int? n)
    {
        var made = new JsonObject
        {
            ["value"] = Coins(output.GetProperty("value").GetInt64()),
            ["scriptPubKey"] = new JsonObject { ["hex"] = output.GetProperty("scriptpubkey").GetString() },
        };
        if (n is { } number)
        {
            made["n"] = number;
        }

        return made;
    }

    private static JsonNode Coins(long units) => JsonNode.Parse((units / 100_000_000m).ToString("0.00000000", CultureInfo.InvariantCulture))!;

    private static JsonObject JsonOf(byte[] bytes, out int paying)
    {
        var transactions = new JsonArray();
        paying = 0;
        var reader = new RawReader(bytes);
        reader.Skip(80);
        int count = reader.Count(60);
        for (int at = reader.At; count > 0; count--)
        {
            var transaction = RawTransaction.TryRead(bytes.AsSpan(at), out int length)!;
            transactions.Add(JsonOf(transaction, bytes.AsSpan(at, length), transactions.Count == 0));
            paying += transaction.Outputs.Count(output => output.Units > 0);
            at += length;
        }

        return new()
        {
            ["hash"] = RawHash,
            ["height"] = 1,
            ["version"] = BitConverter.ToInt32(bytes, 0),
            ["previousblockhash"] = RawReader.Shown(bytes.AsSpan(4, 32)).ToString(),
            ["merkleroot"] = RawReader.Shown(bytes.AsSpan(36, 32)).ToString(),
            ["time"] = BitConverter.ToUInt32(bytes, 68),
            ["bits"] = BitConverter.ToUInt32(bytes, 72).ToString("x8", CultureInfo.InvariantCulture),
            ["nonce"] = BitConverter.ToUInt32(bytes, 76),
            ["tx"] = transactions,
        };
    }

    private static JsonObject JsonOf(RawTransaction transaction, ReadOnlySpan<byte> bytes, bool isCoinbase) => new()
    {
        ["txid"] = transaction.Id.ToString(),
        ["vin"] = isCoinbase
            ? new JsonArray(new JsonObject { ["coinbase"] = "00" })
            : new JsonArray([.. transaction.Inputs.Select(input => new JsonObject { ["txid"] = input.Tx.ToString(), ["vout"] = input.Index })]),
        ["vout"] = new JsonArray([.. transaction.Outputs.Select((output, n) => new JsonObject
        {
            ["value"] = Coins(output.Units),
            ["n"] = n,
            ["scriptPubKey"] = new JsonObject { ["hex"] = Convert.ToHexStringLower(output.Script) },
        })]),
        ["hex"] = Convert.ToHexStringLower(bytes),
    };

    private static byte[] Unpack(string path)
    {
        using var unpacked = new MemoryStream();
        using var packed = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        packed.CopyTo(unpacked);
        return unpacked.ToArray();
    }
}
