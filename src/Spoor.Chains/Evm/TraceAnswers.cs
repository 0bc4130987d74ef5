using System.Runtime.InteropServices;
using Spoor.Chains.Nodes;
using Spoor.Transfers;

namespace Spoor.Chains.Evm;

/// <summary>The calls of a block's transactions and, where the node tells them, its rewards.</summary>
internal sealed class TraceAnswers(BlockAnswer block)
{
    private readonly List<CallAnswer> _calls = [];
    private readonly HashSet<int> _givenUp = [];
    private readonly int[] _first = Filled(block.Transactions.Count, -1);

    public List<(Address To, UInt128 Value)> Rewards { get; } = [];

    /// <summary>Whether a trace is empty, or a contract destroyed itself and the node does not say who got what it held.</summary>
    public bool HasUnknownMoves { get; set; }

    public static TraceAnswers? Read(EvmRawBlock raw, BlockAnswer block)
    {
        if (raw.FlatTraces is { IsEmpty: false } flat)
        {
            return FlatTraceReading.Read(flat, block);
        }

        return raw.CallTraces is { IsEmpty: false } calls ? CallTraceReading.Read(calls, block) : null;
    }

    /// <summary>The calls of a transaction, the top call first; empty where the node traced none.</summary>
    public ReadOnlySpan<CallAnswer> Of(int transaction)
    {
        int first = _first[transaction];
        if (first < 0 || _givenUp.Contains(transaction))
        {
            return [];
        }

        int end = first;
        while (end < _calls.Count && _calls[end].Transaction == transaction)
        {
            end++;
        }

        return CollectionsMarshal.AsSpan(_calls)[first..end];
    }

    /// <summary>Takes the next call in depth-first order; what is in it may be completed later.</summary>
    /// <returns>Where it stands in the list.</returns>
    public int Add(int transaction, int parent)
    {
        int place = _calls.Count;
        if (parent < 0)
        {
            _first[transaction] = place;
        }

        _calls.Add(new() { Transaction = transaction, Parent = parent, Rank = place - _first[transaction] });
        return place;
    }

    public ref CallAnswer this[int place] => ref CollectionsMarshal.AsSpan(_calls)[place];

    /// <summary>The node could not trace this transaction: what was read of it does not count.</summary>
    public void GiveUp(int transaction)
    {
        _ = _givenUp.Add(transaction);
        HasUnknownMoves = true;
    }

    public bool IsTraced(int transaction) => _first[transaction] >= 0;

    /// <summary>A failed call undoes those inside it.</summary>
    public void Settle()
    {
        var calls = CollectionsMarshal.AsSpan(_calls);
        foreach (ref var call in calls)
        {
            call.IsVoid |= call.Parent >= 0 && calls[call.Parent].IsVoid;
            if (call is { IsTooLarge: true, MovesValue: true })
            {
                throw new NodeAnswerException(
                    $"Expected call {call.Rank} of transaction 0x{block.Transactions[call.Transaction].Hash} of block {block.Height} to move less than 2^128, found more.");
            }
        }

        foreach (var transaction in block.Transactions)
        {
            Hold(transaction);
        }
    }

    // The top call is the transaction itself. What a chain makes for itself keeps no such rule.
    private void Hold(TransactionAnswer transaction)
    {
        var calls = Of(transaction.Index);
        if (calls.IsEmpty)
        {
            if (transaction.IsSystem || transaction.From.IsZeroAccount || _givenUp.Contains(transaction.Index))
            {
                return;
            }

            throw new NodeAnswerException(
                $"Expected a trace of transaction 0x{transaction.Hash} of block {block.Height}, found none.");
        }

        var top = calls[0];
        if (!transaction.IsSystem && top.From is { } from && (from != transaction.From || top.Value != transaction.Value))
        {
            throw new NodeAnswerException(
                $"Expected the trace of transaction 0x{transaction.Hash} to begin with its sender and value of {transaction.Value}, "
                + $"found another sender or a value of {top.Value}.");
        }
    }

    private static int[] Filled(int count, int value)
    {
        int[] numbers = new int[count];
        Array.Fill(numbers, value);
        return numbers;
    }
}
