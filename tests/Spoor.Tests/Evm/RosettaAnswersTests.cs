using System.Numerics;
using System.Text.Json.Nodes;
using Spoor.Chains.Nodes;
using Spoor.Transfers;

namespace Spoor.Tests.Evm;

/// <summary>What the Rosetta implementations expect of recorded blocks (Apache-2.0: coinbase/rosetta-ethereum, Inphi/optimism-rosetta, maticnetwork/polygon-rosetta).</summary>
public sealed class RosettaAnswersTests
{
    private static readonly string[] Folders = ["rosetta_ethereum", "rosetta_optimism", "rosetta_polygon"];

    private static readonly (string Pattern, string Reason)[] NotUsable =
    [
        ("account_balance", "GraphQL answers about balances"),
        ("call_", "eth_call and balances"),
        ("peers.json", "admin_peers"),
        ("submitted_tx.json", "a transaction to be sent"),
        ("syncing_info.json", "eth_syncing"),
        ("estimate_gas", "eth_estimateGas"),
        ("uncle_", "an uncle's header; rewards are read from trace_block, which these nodes did not have"),
        ("header.json", "a header without its transactions"),
        ("token_contracts/", "eth_call: names and decimals of tokens"),
        ("goerli_bedrock_block_5003322", "recorded without receipts, traces and expected operations"),
        ("goerli_bedrock_tx_5003318", "the transactions of a block that is used"),
        ("rosetta_optimism/block_985.json", "its recorded receipt is of a block with another hash: see the test of its refusal"),
        ("rosetta_optimism/block_response_985.json", "as above"),
        ("empty_", "an empty block made by hand, its hash and height zero"),
    ];

    // Accounts whose expected operations do not balance, and why; ours do.
    private static readonly Dictionary<string, (string Account, string Reason)> Unbalanced = new()
    {
        ["rosetta_ethereum/block_363415.json"] = (
            "0xe76D0A8810BFC2f43a30894AC1E4185B4Bc761f4", "destroyed with itself as heir: they show that the coin left and not that it came"),
        ["rosetta_optimism/block_1502839.json"] = (
            "0x40C539BBe076b91FdF681E6B4B84bd1Fe1F148d9", "destroyed: they show what its heir got and 0 for what it lost"),
    };

    public static TheoryData<string, string> Cases => new()
    {
        { "rosetta_ethereum/block_10991.json", "rosetta_ethereum/block_response_10991.json" },
        { "rosetta_ethereum/block_10992.json", "rosetta_ethereum/block_response_10992.json" },
        { "rosetta_ethereum/block_10994.json", "rosetta_ethereum/block_response_10994.json" },
        { "rosetta_ethereum/block_239782.json", "rosetta_ethereum/block_response_239782.json" },
        { "rosetta_ethereum/block_363366.json", "rosetta_ethereum/block_response_363366.json.gz" },
        { "rosetta_ethereum/block_363415.json", "rosetta_ethereum/block_response_363415.json.gz" },
        { "rosetta_ethereum/block_363753.json", "rosetta_ethereum/block_response_363753.json.gz" },
        { "rosetta_ethereum/block_468179.json", "rosetta_ethereum/block_response_468179.json.gz" },
        { "rosetta_ethereum/block_468194.json", "rosetta_ethereum/block_response_468194.json.gz" },
        { "rosetta_optimism/block_10991.json", "rosetta_optimism/block_response_10991.json" },
        { "rosetta_optimism/block_10992.json", "rosetta_optimism/block_response_10992.json" },
        { "rosetta_optimism/block_1.json", "rosetta_optimism/block_response_1.json" },
        { "rosetta_optimism/block_22698.json", "rosetta_optimism/block_response_22698.json" },
        { "rosetta_optimism/block_87673.json", "rosetta_optimism/block_response_87673.json" },
        { "rosetta_optimism/block_985465.json", "rosetta_optimism/block_response_985465.json" },
        { "rosetta_optimism/block_1241186.json", "rosetta_optimism/block_response_1241186.json" },
        { "rosetta_optimism/block_1502839.json", "rosetta_optimism/block_response_1502839.json" },
        { "rosetta_optimism/block_1909952.json", "rosetta_optimism/block_response_1909952.json" },
        { "rosetta_optimism/block_14930491.json", "rosetta_optimism/block_response_14930491.json" },
        { "rosetta_optimism/block_goerli_367675.json", "rosetta_optimism/block_response_goerli_367675.json" },
        { "rosetta_optimism/goerli_bedrock_block_5003318.json", "rosetta_optimism/goerli_bedrock_block_response_5003318.json" },
        { "rosetta_optimism/sepolia_ecotone_block_4089330.json", "rosetta_optimism/sepolia_ecotone_block_response_4089330.json" },
        { "rosetta_polygon/block/block_19594674.json", "rosetta_polygon/block/block_response_19594674.json" },
        { "rosetta_polygon/block/block_20062432.json", "rosetta_polygon/block/block_response_20062432.json" },
        { "rosetta_polygon/block/block_22743478.json", "rosetta_polygon/block/block_response_22743478.json" },
    };

    [Fact]
    public void Every_block_is_used_and_every_other_file_named_with_the_reason_why_not()
    {
        foreach (string file in Folders.SelectMany(RecordedAnswers.Files).Select(RecordedAnswers.Relative))
        {
            bool isCase = Cases.Any(row => row.Data.Item1 == file || row.Data.Item2 == file);
            bool isBeside = file.Contains("tx_receipt", StringComparison.Ordinal) || file.Contains("_trace_", StringComparison.Ordinal);
            Assert.True(
                isCase || isBeside || NotUsable.Any(known => file.Contains(known.Pattern, StringComparison.Ordinal)),
                $"{file} is neither used nor named with a reason.");
        }
    }

    [Fact]
    public void A_receipt_of_a_block_with_another_hash_is_refused() =>
        Assert.Contains("receipts[0].blockHash", Assert.Throws<NodeAnswerException>(() => RosettaBlocks.Decode("rosetta_optimism/block_985.json")).Message, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Balances_change_as_the_expected_operations_say(string answer, string response)
    {
        var block = RosettaBlocks.Decode(answer);
        var expected = RecordedAnswers.Json(response)!["block"]!;

        Assert.Equal(expected["block_identifier"]!["hash"]!.ToString(), $"0x{block.Hash}");
        Assert.Equal(expected["parent_block_identifier"]!["hash"]!.ToString(), $"0x{block.Parent}");
        Assert.Equal(expected["timestamp"]!.ToString(), $"{block.Time.ToUnixTimeMilliseconds()}");
        var operations = expected["transactions"]!.AsArray().SelectMany(OperationsOf).ToList();
        Assert.Equal(Without(answer, NetOf(operations)), Without(answer, NetOf(block, operations)));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Movements_of_the_native_coin_are_those_of_the_expected_operations_row_by_row(string answer, string response)
    {
        var block = RosettaBlocks.Decode(answer);

        foreach (var transaction in RecordedAnswers.Json(response)!["block"]!["transactions"]!.AsArray())
        {
            var hash = TxHash.Parse(transaction!["transaction_identifier"]!["hash"]!.ToString());
            var rows = OperationsOf(transaction)
                .Where(operation => operation.Asset == "" && operation.Type is "CALL" or "CREATE" or "CREATE2" or "SELFDESTRUCT" && operation.Value > 0)
                .Select(operation => $"{operation.Account} {operation.Value}");

            var moves = block.Transfers.Where(transfer => transfer.Tx == hash && transfer.Kind is TransferKind.Native or TransferKind.Issue);
            // They follow a call before its siblings or after them, as their version of the tracer did: order is not compared.
            var ours = moves.Select(move => $"{Text(move.To!.Value)} {move.Amount}");
            Assert.Equal(Balanced(answer, rows), Balanced(answer, ours));
        }
    }

    private static IEnumerable<string> Balanced(string answer, IEnumerable<string> rows) => rows
        .Where(row => !Unbalanced.TryGetValue(answer, out var known) || !row.Contains(known.Account, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private static SortedDictionary<string, BigInteger> Without(string answer, SortedDictionary<string, BigInteger> net)
    {
        if (Unbalanced.TryGetValue(answer, out var known))
        {
            net.Remove($" {known.Account}");
        }

        return net;
    }

    // What miners got is not a movement of ours: a fee has no recipient, and rewards come from trace_block. Nor are coins that a
    // destroyed contract held when its transaction ended (DESTRUCT).
    private static IEnumerable<Operation> OperationsOf(JsonNode? transaction) =>
        from operation in transaction!["operations"]!.AsArray()
        where operation!["amount"] is not null && operation["status"]!.ToString() == "SUCCESS"
        let value = BigInteger.Parse(operation["amount"]!["value"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture)
        let type = operation["type"]!.ToString()
        where type is not ("MINER_REWARD" or "UNCLE_REWARD" or "DESTRUCT") && !(type == "FEE" && value > 0)
        let token = operation["amount"]!["currency"]!["metadata"]?["token_address"]?.ToString()
        select new Operation(type, operation["account"]!["address"]!.ToString(), token is null ? "" : $"erc20:{token.ToLowerInvariant()}", value);

    private static SortedDictionary<string, BigInteger> NetOf(IEnumerable<Operation> operations)
    {
        var net = new SortedDictionary<string, BigInteger>(StringComparer.Ordinal);
        foreach (var operation in operations)
        {
            Add(net, operation.Asset, operation.Account, operation.Value);
        }

        return net;
    }

    // Rosetta lists only tokens it was told of.
    private static SortedDictionary<string, BigInteger> NetOf(Block block, IReadOnlyList<Operation> operations)
    {
        var known = operations.Select(operation => operation.Asset).ToHashSet();
        var net = new SortedDictionary<string, BigInteger>(StringComparer.Ordinal);
        foreach (var transfer in block.Transfers)
        {
            string asset = transfer.Kind == TransferKind.Token ? transfer.Asset.Reference : "";
            if (asset == "" || known.Contains(asset))
            {
                Add(net, asset, transfer.From is { } from ? Text(from) : null, -(BigInteger)transfer.Amount.Units);
                Add(net, asset, transfer.To is { } to ? Text(to) : null, (BigInteger)transfer.Amount.Units);
            }
        }

        return net;
    }

    private static void Add(SortedDictionary<string, BigInteger> net, string asset, string? account, BigInteger value)
    {
        string key = $"{asset} {account}";
        if (account is null || (asset.Length > 0 && account.All(character => character is '0' or 'x')))
        {
            return;
        }

        net[key] = net.GetValueOrDefault(key) + value;
        if (net[key].IsZero)
        {
            net.Remove(key);
        }
    }

    private static string Text(Address address) => AddressText.RenderKey(address);

    private sealed record Operation(string Type, string Account, string Asset, BigInteger Value);
}
