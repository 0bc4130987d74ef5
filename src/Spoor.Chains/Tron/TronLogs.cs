using System.Text;
using Spoor.Chains.Evm;
using Spoor.Chains.Nodes.Answers;
using Spoor.Transfers;

namespace Spoor.Chains.Tron;

/// <summary>Reads the logs of a transaction; Tron's virtual machine took over Ethereum's events, an address stands in a word without its 41.</summary>
internal static class TronLogs
{
    private const int MaxTopics = 4;

    /// <param name="info">The transaction's info.</param>
    /// <param name="index">The transaction's place in the block.</param>
    public static List<LogAnswer> Read(AnswerObject info, int index)
    {
        var logs = info.Objects("log");
        return [.. logs.Select((log, place) => Read(log, index, place))];
    }

    private static LogAnswer Read(AnswerObject log, int transaction, int place)
    {
        var topics = log.Texts("topics");
        if (topics.Count > MaxTopics)
        {
            throw log.Wrong("topics", $"at most {MaxTopics}", $"{topics.Count}");
        }

        byte[] data = log.OptionalHex("data") ?? [];
        return new()
        {
            Transaction = transaction,
            Index = place,
            Emitter = log.Emitter(),
            Topics = [.. topics.Select(topic => Topic(log, topic))],
            Data = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(data)),
            Place = new("log", place),
        };
    }

    private static Word256 Topic(AnswerObject log, string text) =>
        text.Length == 2 * Word256.Bytes && TxHash.TryParse(text, out var word) ? new(word.High, word.Low) : throw log.Wrong("topics", "64 hex digits each", text);
}
