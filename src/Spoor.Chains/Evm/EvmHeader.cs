using System.Buffers;
using System.Text.Json;
using Spoor.Chains.Nodes;
using Spoor.Transfers;

namespace Spoor.Chains.Evm;

/// <summary>Of a block as a node answers it, what tells whether other answers belong to it.</summary>
/// <param name="Header">Its place and hash.</param>
/// <param name="Transactions">In order.</param>
/// <param name="LogsBloom">256 bytes; empty where the node does not give it.</param>
internal sealed record EvmHeader(BlockHeader Header, IReadOnlyList<TxHash> Transactions, ReadOnlyMemory<byte> LogsBloom)
{
    // 9999-12-31, the last time there is.
    private const long LastSecond = 253_402_300_799;

    /// <exception cref="NodeAnswerException">It is no block, or another than was asked for.</exception>
    public static EvmHeader Read(ReadOnlyMemory<byte> json, ChainId chain, long? asked)
    {
        try
        {
            return ReadFields(json, chain, asked);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw new NodeAnswerException($"Expected a block, found JSON that is none ({fault.Message}), beginning '{NodeText.Printable(json)}'", fault);
        }
    }

    private static EvmHeader ReadFields(ReadOnlyMemory<byte> json, ChainId chain, long? asked)
    {
        string? number = null, hash = null, parent = null, time = null, bloom = null;
        IReadOnlyList<TxHash> transactions = [];
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        Expect(reader.TokenType == JsonTokenType.StartObject, "a block", reader.TokenType.ToString());
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            string name = reader.GetString() ?? "";
            reader.Read();
            switch (name)
            {
                case "number": number = reader.GetString(); break;
                case "hash": hash = reader.GetString(); break;
                case "parentHash": parent = reader.GetString(); break;
                case "timestamp": time = reader.GetString(); break;
                case "logsBloom": bloom = reader.GetString(); break;
                case "transactions": transactions = ReadTransactions(ref reader); break;
                default: reader.Skip(); break;
            }
        }

        Expect(EvmText.TryCount(number, out long height), "a block with its number", number);
        Expect(asked is null || asked == height, $"block {asked}", $"block {height}");
        Expect(TxHash.TryParse(hash, out var own), $"block {height} with its hash", hash);
        Expect(TxHash.TryParse(parent, out var before), $"block {height} with the hash of its parent", parent);
        Expect(EvmText.TryCount(time, out long seconds) && seconds <= LastSecond, $"block {height} with its timestamp", time);
        var header = new BlockHeader(chain, height, own, height == 0 ? null : before, DateTimeOffset.FromUnixTimeSeconds(seconds));
        return new(header, transactions, BloomOf(bloom, height));
    }

    private static List<TxHash> ReadTransactions(ref Utf8JsonReader reader)
    {
        var hashes = new List<TxHash>();
        Expect(reader.TokenType == JsonTokenType.StartArray, "the list of a block's transactions", reader.TokenType.ToString());
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            string? text = reader.TokenType == JsonTokenType.StartObject ? HashOf(ref reader) : reader.GetString();
            Expect(TxHash.TryParse(text, out var hash), $"transaction {hashes.Count} with its hash", text);
            hashes.Add(hash);
        }

        return hashes;
    }

    private static string? HashOf(ref Utf8JsonReader reader)
    {
        string? hash = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            bool isHash = reader.ValueTextEquals("hash"u8);
            reader.Read();
            if (isHash)
            {
                hash = reader.GetString();
            }
            else
            {
                reader.Skip();
            }
        }

        return hash;
    }

    private static byte[] BloomOf(string? text, long height)
    {
        if (text is null or "" or "0x")
        {
            return [];
        }

        byte[] bits = new byte[Evm.LogsBloom.Bytes];
        var status = Convert.FromHexString(text.AsSpan(Math.Min(2, text.Length)), bits, out _, out int written);
        Expect(status == OperationStatus.Done && written == bits.Length, $"block {height} with a logsBloom of {bits.Length} bytes", text);
        return bits;
    }

    private static void Expect(bool holds, string expected, string? found)
    {
        if (!holds)
        {
            throw new NodeAnswerException($"Expected {expected}, found '{NodeText.Printable(found ?? "nothing")}'");
        }
    }
}
