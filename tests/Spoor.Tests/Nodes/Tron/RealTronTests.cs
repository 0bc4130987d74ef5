using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spoor.Chains.Evm;
using Spoor.Chains.Nodes.Answers;
using Spoor.Chains.Tron;
using Spoor.Transfers;

namespace Spoor.Tests.Nodes.Tron;

/// <summary>Real transactions and a real header of Tron, from collections that keep other parts of them than a node answers.</summary>
public sealed class RealTronTests
{
    // https://github.com/LedgerHQ/ledger-live: three transfers with their signed bytes.
    [Fact]
    public void The_id_of_a_real_transfer_is_the_hash_of_its_bytes_and_the_bytes_say_who_paid_whom()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedData.File("chain_fixtures/tron/raw_transfers.json")));
        var transfers = document.RootElement.EnumerateArray().ToList();

        Assert.Equal(3, transfers.Count);
        Assert.All(transfers, transfer =>
        {
            byte[] signed = Convert.FromHexString(Text(transfer, "raw_data_hex"));
            var contract = ContractBytes.TryRead(signed)!;
            Assert.Equal(Text(transfer, "txID"), Convert.ToHexStringLower(SHA256.HashData(signed)));
            Assert.Equal((Text(transfer, "contract_type"), transfer.GetProperty("amount_sun").GetInt64()), (contract.Type, contract.Sun));
            Assert.Equal((Account(Text(transfer, "owner_address")), Account(Text(transfer, "to_address"))), (contract.Owner, contract.To));
        });
    }

    // The same three in the form of getblockbynum, each in a block made around it.
    [Fact]
    public void A_real_transfer_in_a_block_is_one_movement()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedData.File("chain_fixtures/tron/raw_transfers.json")));
        foreach (var transfer in document.RootElement.EnumerateArray())
        {
            var block = TronText.Decode((answer, infos) =>
            {
                answer["transactions"] = new JsonArray(JsonOf(transfer));
                var info = infos[8]!.DeepClone();
                info["id"] = Text(transfer, "txID");
                infos.Clear();
                infos.Add(info);
            });

            var movement = Assert.Single(block.Transfers);
            Assert.Equal((TransferKind.Native, (UInt128)transfer.GetProperty("amount_sun").GetInt64()), (movement.Kind, movement.Amount.Units));
            Assert.Equal((Account(Text(transfer, "owner_address")), Account(Text(transfer, "to_address"))), (movement.From, movement.To));
        }
    }

    // https://github.com/bitquery/blockchain-cloud-data-dump-sample: block 78,861,100.
    [Fact]
    public void The_id_of_a_real_block_is_its_height_and_the_hash_of_its_header()
    {
        var row = Row("blocks.json");
        var header = new JsonObject
        {
            ["number"] = row.GetProperty("Block_Number").GetInt64(),
            ["txTrieRoot"] = Text(row, "Block_TxTrieRoot"),
            ["witness_address"] = Text(row, "Witness_Address"),
            ["parentHash"] = Text(row, "Block_ParentHash"),
            ["version"] = row.GetProperty("Block_Version").GetInt32(),
            ["timestamp"] = row.GetProperty("Block_Time").GetInt64() * 1000,
        };
        var answer = new JsonObject { ["blockID"] = Text(row, "Block_Hash"), ["block_header"] = new JsonObject { ["raw_data"] = header } };

        var block = TronText.Decode(answer.ToJsonString(), "[]");

        Assert.Equal((78_861_100L, Text(row, "Block_ParentHash")), (block.Height, $"{block.Parent}"));
    }

    [Fact]
    public void A_real_call_of_USDT_and_its_event_are_the_transfer_that_a_data_vendor_lists()
    {
        var sent = Row("transactions.json");
        var listed = Row("transfers.json");
        var log = Row("events.json");
        Assert.True(ProtoMessage.TryRead(Convert.FromHexString(Text(sent, "Transaction_Data")), out var transaction));
        byte[] signed = transaction.Bytes(1);

        var contract = ContractBytes.TryRead(signed)!;
        var moved = Assert.Single(Moves(log));

        Assert.Equal(Text(sent, "Transaction_Hash"), Convert.ToHexStringLower(SHA256.HashData(signed)));
        Assert.Equal((Text(sent, "Contract_Type"), Account(Text(sent, "Transaction_FeePayer")), Account(Text(sent, "Contract_Address"))), (contract.Type, contract.Owner!.Value, contract.To!.Value));
        Assert.Equal(
            (Account(Text(listed, "Transfer_Sender")), Account(Text(listed, "Transfer_Receiver")), Text(listed, "Transfer_Amount"), $"trc20:{Text(listed, "Transfer_Currency_SmartContract")}"),
            (moved.From, moved.To, moved.Amount.ToDecimalString(6), moved.Asset.Reference));
    }

    private static List<TokenMove> Moves(JsonElement row)
    {
        var emitter = Account(Text(row, "Log_SmartContract"));
        var info = new JsonObject
        {
            ["log"] = new JsonArray(new JsonObject
            {
                ["address"] = Convert.ToHexStringLower(emitter.ToBytes()),
                ["topics"] = JsonNode.Parse(Text(row, "Topics_Hash")),
                ["data"] = Text(row, "LogHeader_Data"),
            }),
        };
        var logs = AnswerText.Read(Encoding.UTF8.GetBytes(info.ToJsonString()), "events", (json, place) => TronLogs.Read(new(json, place), 0));
        return [.. new TokenReading(EvmChainRules.Of(TronText.Chain)).Read(logs[0])];
    }

    private static JsonObject JsonOf(JsonElement transfer) => new()
    {
        ["ret"] = new JsonArray(new JsonObject { ["contractRet"] = Text(transfer, "contractRet") }),
        ["txID"] = Text(transfer, "txID"),
        ["raw_data"] = new JsonObject
        {
            ["contract"] = new JsonArray(new JsonObject
            {
                ["type"] = Text(transfer, "contract_type"),
                ["parameter"] = new JsonObject
                {
                    ["value"] = new JsonObject
                    {
                        ["amount"] = transfer.GetProperty("amount_sun").GetInt64(),
                        ["owner_address"] = Text(transfer, "owner_address"),
                        ["to_address"] = Text(transfer, "to_address"),
                    },
                },
            }),
        },
        ["raw_data_hex"] = Text(transfer, "raw_data_hex"),
    };

    private static JsonElement Row(string name)
    {
        var root = JsonDocument.Parse(File.ReadAllText(SharedData.File($"chain_fixtures/bitquery_rows/tron/{name}"))).RootElement;
        return root.ValueKind == JsonValueKind.Array ? root[0] : root;
    }

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString()!;

    private static Address Account(string text) => AddressText.Parse(TronText.Chain.Id, text);
}
