using System.Text.Json;
using Spoor.Chains.Nodes;
using Spoor.Transfers;

namespace Spoor.Chains.Evm;

/// <summary>What a node told of the effects of a block's transactions: receipts with their logs, logs alone, or nothing.</summary>
internal sealed record ReceiptAnswers
{
    private const int MaxDepth = 64;

    /// <summary>By transaction; empty where the node gave none.</summary>
    public IReadOnlyList<ReceiptAnswer> Receipts { get; init; } = [];

    /// <summary>Null where the node gave neither receipts nor logs.</summary>
    public IReadOnlyList<LogAnswer>? Logs { get; init; }

    /// <summary>A transaction the chain made for itself and does not list in its block, as Polygon's state sync; else null.</summary>
    public TxHash? Unlisted { get; init; }

    public static ReceiptAnswers Read(EvmRawBlock raw, BlockAnswer block, EvmChainRules rules)
    {
        var logs = new LogAnswers(block);
        var receipts = new List<ReceiptAnswer>();
        if (raw.Logs is { IsEmpty: false } list)
        {
            ReadLogs(list, logs);
        }
        else if (raw.BlockReceipts is { IsEmpty: false } all)
        {
            ReadAll(all, block, logs, receipts);
        }
        else if (raw.TransactionReceipts is { } each)
        {
            ReadEach(each, block, logs, receipts);
        }
        else
        {
            return new();
        }

        var answers = new ReceiptAnswers { Receipts = receipts, Logs = logs.All, Unlisted = UnlistedOf(block, receipts, logs.All) };
        answers.Hold(block, rules, raw.Logs is not { IsEmpty: false });
        return answers;
    }

    private static void ReadLogs(ReadOnlyMemory<byte> text, LogAnswers logs)
    {
        logs.Source = text;
        var json = EvmJson.Open(text.Span, MaxDepth);
        logs.ReadAll(ref json);
        json.RefuseMore();
    }

    private static void ReadAll(ReadOnlyMemory<byte> text, BlockAnswer block, LogAnswers logs, List<ReceiptAnswer> receipts)
    {
        logs.Source = text;
        var json = EvmJson.Open(text.Span, MaxDepth);
        json.Expect(JsonTokenType.StartArray, new("receipts"), "an array");
        while (json.NextItem())
        {
            receipts.Add(ReceiptAnswer.Read(ref json, receipts.Count, block, logs));
        }

        json.RefuseMore();
    }

    private static void ReadEach(
        IReadOnlyList<ReadOnlyMemory<byte>> texts, BlockAnswer block, LogAnswers logs, List<ReceiptAnswer> receipts)
    {
        foreach (var text in texts)
        {
            logs.Source = text;
            var json = EvmJson.Open(text.Span, MaxDepth);
            receipts.Add(ReceiptAnswer.Read(ref json, receipts.Count, block, logs));
            json.RefuseMore();
        }
    }

    private static TxHash? UnlistedOf(BlockAnswer block, List<ReceiptAnswer> receipts, IReadOnlyList<LogAnswer> logs)
    {
        int listed = block.Transactions.Count;
        if (receipts.Count > listed)
        {
            return receipts[listed].Tx;
        }

        return logs is [.., var last] && last.Transaction == listed ? last.Tx : null;
    }

    private void Hold(BlockAnswer block, EvmChainRules rules, bool wantsReceipts)
    {
        int listed = block.Transactions.Count;
        if (Unlisted is { } stranger && (!rules.HasUnlistedTransactions || block.Transactions.Any(known => known.Hash == stranger)))
        {
            throw new NodeAnswerException(
                $"Expected receipts and logs of the {listed} transactions of block {block.Height}, found one of transaction 0x{stranger}, which it does not list.");
        }

        // A block may list such a transaction and still have no receipt for it.
        bool lacksSystem = rules.HasUnlistedTransactions && Receipts.Count == listed - 1 && block.Transactions[^1].From.IsZeroAccount;
        if (wantsReceipts && Receipts.Count != listed && !lacksSystem && !(Unlisted is not null && Receipts.Count == listed + 1))
        {
            throw new NodeAnswerException(
                $"Expected {listed} receipts for block {block.Height}, one for each of its transactions, found {Receipts.Count}.");
        }

        if (block.HasLogs && Logs!.Count == 0)
        {
            throw new NodeAnswerException($"Expected logs for block {block.Height}, as its logsBloom says, found none.");
        }

        foreach (var log in Logs!)
        {
            if (log.Transaction == listed && log.Tx is { } tx && tx != Unlisted)
            {
                throw new NodeAnswerException($"Expected {log.Place.Of("transactionHash")} to be 0x{Unlisted}, found 0x{tx}.");
            }
        }
    }
}
