using Spoor.Response.Freezing;
using Spoor.Transfers;

namespace Spoor.Chains.Evm;

/// <summary>Puts together what a node told of one block.</summary>
internal sealed class BlockReading
{
    private const int GweiPerUnit = 1_000_000_000;

    // Where the movements stand that belong to the block and to no transaction.
    private const int AfterAllTransactions = int.MaxValue;

    private readonly BlockAnswer _block;
    private readonly EvmChainRules _rules;
    private readonly ReceiptAnswers _receipts;
    private readonly TraceAnswers? _traces;
    private readonly MovementList _movements = new();
    private readonly List<SentTransaction> _sent = [];
    private readonly List<ControlChange> _proposals = [];
    private readonly LogReading _logs;
    private bool _lacksFee;

    public BlockReading(BlockAnswer block, ReceiptAnswers receipts, TraceAnswers? traces, EvmChainRules rules)
    {
        _block = block;
        _rules = rules;
        _receipts = receipts;
        _traces = traces;
        _logs = new(block, rules, receipts.Logs ?? [], _movements);
    }

    public Block Read()
    {
        foreach (var transaction in _block.Transactions)
        {
            Read(transaction);
        }

        if (_receipts.Unlisted is { } unlisted)
        {
            _logs.Read(_block.Transactions.Count, unlisted, null);
        }

        AddIssued();
        return new()
        {
            Chain = _rules.Chain.Id,
            Height = _block.Height,
            Hash = _block.Hash,
            Parent = _block.Parent,
            Time = _block.Time,
            Transfers = _movements.Settle(),
            Sent = _sent,
            Controls = _proposals.Count == 0 ? _logs.Controls : [.. _proposals.Concat(_logs.Controls).OrderBy(change => change.Position)],
            Bridges = _logs.Bridges,
            Gaps = Gaps(),
            RefusedAmounts = _logs.RefusedAmounts,
        };
    }

    private void Read(TransactionAnswer transaction)
    {
        var receipt = transaction.Index < _receipts.Receipts.Count ? _receipts.Receipts[transaction.Index] : null;
        var calls = _traces is null ? default : _traces.Of(transaction.Index);
        bool? hasSucceeded = SuccessOf(transaction, receipt, calls);
        if (transaction.Minted != 0)
        {
            Add(new(transaction.Index, Phase.First, 0), transaction.Hash, TransferKind.Issue, null, transaction.From, transaction.Minted);
        }

        AddFee(transaction, receipt);
        Move? top = null;
        if (hasSucceeded is not false)
        {
            top = AddValue(transaction, receipt, calls);
            AddCalls(transaction, calls);
            AddProposal(transaction);
        }

        _logs.Read(transaction.Index, transaction.Hash, top);
        _sent.Add(transaction.Sent(receipt, hasSucceeded));
    }

    /// <summary>Null where nothing tells; before Byzantium a receipt says so only by logs or by gas left over.</summary>
    private bool? SuccessOf(TransactionAnswer transaction, ReceiptAnswer? receipt, ReadOnlySpan<CallAnswer> calls)
    {
        bool? traced = calls.IsEmpty || calls[0].From is null ? null : !calls[0].IsVoid;
        if (receipt?.Status is { } status)
        {
            return traced is null || traced == status || transaction.IsSystem
                ? status
                : throw transaction.Fault("status", traced is true ? "0x1, as its trace says" : "0x0, as its trace says", status ? "0x1" : "0x0");
        }

        bool isProven = _logs.Has(transaction.Index) || (receipt is { } told && transaction.Gas > told.GasUsed);
        return traced ?? (isProven ? true : null);
    }

    private void AddFee(TransactionAnswer transaction, ReceiptAnswer? receipt)
    {
        if (receipt is null || transaction.IsFree || transaction.PaysInToken)
        {
            return;
        }

        if ((receipt.Price ?? transaction.GasPrice) is not { } price)
        {
            _lacksFee = true;
            return;
        }

        if (receipt.FeeAt(price) is not { } fee)
        {
            throw transaction.Fault("fee", "below 2^128", $"{receipt.GasUsed} gas at {price}");
        }

        Add(new(transaction.Index, Phase.First, 1), transaction.Hash, TransferKind.Fee, transaction.From, null, fee);
    }

    private Move? AddValue(TransactionAnswer transaction, ReceiptAnswer? receipt, ReadOnlySpan<CallAnswer> calls)
    {
        if (transaction.Value == 0)
        {
            return null;
        }

        var traced = calls.IsEmpty ? null : calls[0].To;
        var to = transaction.To ?? receipt?.Created ?? traced ?? transaction.Creation();
        var quality = receipt is null && calls.IsEmpty ? AmountQuality.Unknown : AmountQuality.Exact;
        Add(new(transaction.Index, Phase.Value, 0), transaction.Hash, TransferKind.Native, transaction.From, to, transaction.Value, quality);
        return new(transaction.From, to, new(transaction.Value));
    }

    private void AddCalls(TransactionAnswer transaction, ReadOnlySpan<CallAnswer> calls)
    {
        foreach (var call in calls)
        {
            bool isLogged = _logs.TellAllNativeMoves && !(_logs.OmitSelfDestructs && call.Kind == CallKind.SelfDestruct);
            if (!isLogged && call is { Rank: > 0, MovesValue: true, From: { } from, To: { } to })
            {
                Add(new(transaction.Index, Phase.Value, call.Rank), transaction.Hash, TransferKind.Native, from, to, call.Value);
            }
        }
    }

    // Anybody can send such calldata anywhere; only what goes to an issuer's own multisig about its own token says anything.
    private void AddProposal(TransactionAnswer transaction)
    {
        if (transaction is { Proposal: { } proposal, To: { } to } && TokenIssuers.Builtin.Freezes(_rules.Chain.Id, to, proposal.Token))
        {
            _proposals.Add(new()
            {
                Position = new(_block.Height, transaction.Index, Phase.Value, 0),
                Tx = transaction.Hash,
                Kind = ControlKind.FreezeProposed,
                Contract = proposal.Token,
                Subject = proposal.Frozen,
            });
        }
    }

    // They have no transaction: what stands for its hash is the height, as in files.
    private void AddIssued()
    {
        var name = new TxHash(0, (UInt128)_block.Height);
        int rank = 0;
        foreach (var (to, value) in _traces?.Rewards ?? [])
        {
            Add(new(AfterAllTransactions, Phase.Value, rank++), name, TransferKind.Issue, null, to, value);
        }

        foreach (var withdrawal in _rules.PaysWithdrawalsInNative ? _block.Withdrawals : [])
        {
            var value = (UInt128)withdrawal.Gwei * GweiPerUnit;
            Add(new(AfterAllTransactions, Phase.Value, rank++), name, TransferKind.Issue, null, withdrawal.To, value);
        }
    }

    private void Add(Spot spot, TxHash tx, TransferKind kind, Address? from, Address? to, UInt128 value, AmountQuality quality = AmountQuality.Exact)
    {
        if (value != 0)
        {
            _movements.Add(new()
            {
                Position = new(_block.Height, spot.Transaction, spot.Phase, spot.Index),
                Time = _block.Time,
                Tx = tx,
                Kind = kind,
                From = from,
                To = to,
                Asset = _rules.Native,
                Amount = new(value),
                Quality = quality,
            });
        }
    }

    // A block without transactions hides nothing, whatever the node keeps.
    private BlockGaps Gaps()
    {
        if (_block.Transactions.Count == 0)
        {
            return BlockGaps.None;
        }

        bool lacksMoves = !_logs.TellAllNativeMoves && (_traces is null || _traces.HasUnknownMoves);
        bool lacksReceipts = _receipts.Receipts.Count == 0 || _lacksFee;
        return (lacksMoves ? BlockGaps.InternalMoves : BlockGaps.None) | (lacksReceipts ? BlockGaps.Receipts : BlockGaps.None);
    }

    private readonly record struct Spot(int Transaction, Phase Phase, int Index);
}

/// <summary>Value that went from one address to another.</summary>
internal sealed record Move(Address From, Address To, Amount Amount);
