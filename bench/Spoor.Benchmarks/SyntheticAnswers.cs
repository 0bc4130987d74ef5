using System.Globalization;
using System.Text;
using Spoor.Chains.Evm;

namespace Spoor.Benchmarks;

/// <summary>Made-up answers of a node, of the shape and size of a block of Ethereum: the same on every machine.</summary>
/// <remarks>
/// 160 transactions of 400 bytes of call data; each pays a fee, every second carries value; three logs each, of which two are
/// token transfers and one another event, with the Bloom filter of every receipt; eight calls each of 100 to 300 bytes of
/// input and output, one of which moves value. That makes about 0.3 MB of block, 0.6 MB of receipts and 1.3 MB of traces.
/// </remarks>
internal static class SyntheticAnswers
{
    public const int CallsWithValuePerBlock = Transactions;
    public const int TransfersPerBlock = (Transactions * (1 + LogsWithTransfer)) + (Transactions / 2) + CallsWithValuePerBlock;

    private const int Transactions = 160;
    private const int LogsWithTransfer = 2;
    private const int CallsPerTransaction = 8;
    private const string Transfer = "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";
    private const string Swap = "0xd78ad95fa46c994b6551d0da85fc275fe613ce37657fb8d5e3d130840159d822";

    public static EvmRawBlock Block(int number, bool hasTraces)
    {
        var random = new Random(number);
        string hash = Hex(random, 32);
        string[] transactions = [.. Enumerable.Range(0, Transactions).Select(_ => Hex(random, 32))];
        string[] senders = [.. transactions.Select(_ => Hex(random, 20))];
        string height = string.Create(CultureInfo.InvariantCulture, $"0x{18_000_000 + number:x}");
        string place = $"\"blockHash\":\"{hash}\",\"blockNumber\":\"{height}\"";
        return new()
        {
            Block = Bytes(BlockText(random, hash, height, place, transactions, senders)),
            BlockReceipts = Bytes(ReceiptsText(random, place, transactions, senders)),
            CallTraces = hasTraces ? Bytes(TracesText(random, transactions, senders)) : (ReadOnlyMemory<byte>?)null,
        };
    }

    private static string BlockText(Random random, string hash, string height, string place, string[] transactions, string[] senders)
    {
        var text = new StringBuilder($"{{\"number\":\"{height}\",\"hash\":\"{hash}\",\"parentHash\":\"{Hex(random, 32)}\",\"timestamp\":\"0x64ff0000\",\"logsBloom\":\"{Hex(random, 256)}\",\"transactions\":[");
        for (int i = 0; i < transactions.Length; i++)
        {
            text.Append(i == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $$"""
                {{{place}},"from":"{{senders[i]}}","gas":"0x5208","gasPrice":"0x12a05f200","hash":"{{transactions[i]}}","input":"{{Hex(random, 400)}}","nonce":"0x1f","to":"{{Hex(random, 20)}}","transactionIndex":"0x{{i:x}}","value":"{{ValueOf(i)}}","type":"0x2","chainId":"0x1","v":"0x1","r":"{{Hex(random, 32)}}","s":"{{Hex(random, 32)}}"}
                """);
        }

        return text.Append("]}").ToString();
    }

    private static string ReceiptsText(Random random, string place, string[] transactions, string[] senders)
    {
        var text = new StringBuilder("[");
        int log = 0;
        for (int i = 0; i < transactions.Length; i++)
        {
            string owner = string.Create(CultureInfo.InvariantCulture, $"{place},\"transactionHash\":\"{transactions[i]}\",\"transactionIndex\":\"0x{i:x}\"");
            string[] logs = [LogText(random, owner, Transfer, 1, log++), LogText(random, owner, Swap, 4, log++), LogText(random, owner, Transfer, 1, log++)];
            text.Append(i == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $$"""
                {{{owner}},"from":"{{senders[i]}}","contractAddress":null,"cumulativeGasUsed":"0x5208","effectiveGasPrice":"0x12a05f200","gasUsed":"0x5208","status":"0x1","type":"0x2","logsBloom":"{{Hex(random, 256)}}","logs":[{{string.Join(',', logs)}}]}
                """);
        }

        return text.Append(']').ToString();
    }

    private static string LogText(Random random, string owner, string topic, int words, int index) => string.Create(CultureInfo.InvariantCulture, $$"""
        {"address":"{{Hex(random, 20)}}","topics":["{{topic}}","{{Word(random)}}","{{Word(random)}}"],"data":"0x{{string.Concat(Enumerable.Range(0, words).Select(_ => new string('0', 48) + Hex(random, 8)[2..]))}}",{{owner}},"logIndex":"0x{{index:x}}","removed":false}
        """);

    private static string TracesText(Random random, string[] transactions, string[] senders)
    {
        var text = new StringBuilder("[");
        for (int i = 0; i < transactions.Length; i++)
        {
            string[] calls = [.. Enumerable.Range(0, CallsPerTransaction).Select(call => CallText(random, call % 4 == 1 ? "DELEGATECALL" : "CALL", Hex(random, 20), call == 2 ? "0x1" : "0x0", ""))];
            text.Append(i == 0 ? "" : ",").Append($"{{\"txHash\":\"{transactions[i]}\",\"result\":{CallText(random, "CALL", senders[i], ValueOf(i), string.Join(',', calls))}}}");
        }

        return text.Append(']').ToString();
    }

    private static string CallText(Random random, string type, string from, string value, string calls) => $$"""
        {"from":"{{from}}","gas":"0x5208","gasUsed":"0x5208","to":"{{Hex(random, 20)}}","input":"{{Hex(random, random.Next(100, 300))}}","output":"{{Hex(random, random.Next(100, 300))}}","calls":[{{calls}}],"value":"{{value}}","type":"{{type}}"}
        """;

    private static string ValueOf(int transaction) => transaction % 2 == 0 ? "0x0" : "0x16345785d8a0000";

    private static string Word(Random random) => "0x" + new string('0', 24) + Hex(random, 20)[2..];

    private static string Hex(Random random, int bytes)
    {
        byte[] drawn = new byte[bytes];
        random.NextBytes(drawn);
        return "0x" + Convert.ToHexStringLower(drawn);
    }

    private static ReadOnlyMemory<byte> Bytes(string text) => Encoding.ASCII.GetBytes(text);
}
