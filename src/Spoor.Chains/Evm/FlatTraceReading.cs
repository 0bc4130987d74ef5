using System.Text.Json;
using Spoor.Chains.Nodes;
using Spoor.Transfers;

namespace Spoor.Chains.Evm;

/// <summary>Reads what <c>trace_block</c> answers: one row a call, in depth-first order, and rows for the rewards of the block.</summary>
internal sealed class FlatTraceReading
{
    private const int MaxDepth = 64;
    private const int MaxCalls = 1_025;

    private static readonly FieldNames Row = new(
        ["type", "transactionHash", "transactionPosition", "blockHash", "blockNumber", "error"], "action", "result", "traceAddress");

    private static readonly FieldNames Action = new(
        ["from", "to", "value", "callType", "author", "address", "refundAddress", "balance"]);

    private static readonly FieldNames Outcome = new(["address"]);

    private readonly BlockAnswer _block;
    private readonly TraceAnswers _traces;

    // The calls above the last one read, each by its number among its siblings and its place in the list.
    private readonly List<(int Number, int Place)> _path = [];
    private readonly List<int> _address = [];
    private int _transaction = -1;
    private int _rows;
    private ActionAnswer _action;
    private Address? _created;

    private FlatTraceReading(BlockAnswer block)
    {
        _block = block;
        _traces = new(block);
    }

    private JsonPlace Place => new("traces", _rows);

    public static TraceAnswers Read(ReadOnlyMemory<byte> text, BlockAnswer block)
    {
        var reading = new FlatTraceReading(block);
        var json = EvmJson.Open(text.Span, MaxDepth);
        json.Expect(JsonTokenType.StartArray, new("traces"), "an array");
        while (json.NextItem())
        {
            reading.ReadRow(ref json);
            reading._rows++;
        }

        json.RefuseMore();
        reading._traces.Settle();
        return reading._traces;
    }

    private void ReadRow(ref EvmJson json)
    {
        Span<JsonSlot> slots = stackalloc JsonSlot[Row.Count];
        slots.Clear();
        _action = default;
        _created = null;
        _address.Clear();
        json.ReadObject(Row, slots, Place, this, static (ref json, field, reading) => reading.ReadNested(ref json, field));
        var fields = json.Fields(Row, slots, Place);
        fields.Confirm(3, _block.Hash);
        fields.Confirm(4, _block.Height);
        fields.RequireArray(8);
        if (fields.Text(0).SequenceEqual("reward"u8))
        {
            var reward = _action.Value.IsTooLarge ? throw fields.Fault(6, "an action with a value below 2^128") : _action.Value.Amount;
            _traces.Rewards.Add((_action.Author ?? throw fields.Fault(6, "an action with an author"), reward));
            return;
        }

        int transaction = (int)fields.Number(2, _block.Transactions.Count - 1);
        fields.Confirm(1, _block.Transactions[transaction].Hash);
        Complete(ref _traces[Enter(transaction, fields)], fields);
    }

    private int Enter(int transaction, EvmFields fields)
    {
        int above = _address.Count - 1;
        if (transaction != _transaction)
        {
            _path.Clear();
        }

        bool follows = _address.Count == 0
            ? !_traces.IsTraced(transaction)
            : transaction == _transaction && _path.Count >= _address.Count && IsPrefix(above)
                && (_path.Count == _address.Count || _path[above + 1].Number < _address[above]);
        if (!follows)
        {
            throw fields.Fault(8, $"the next in depth-first order ([{string.Join(",", _address)}] is not)");
        }

        int parent = above >= 0 ? _path[above].Place : -1;
        int place = _traces.Add(transaction, parent);
        _path.RemoveRange(above + 1, _path.Count - above - 1);
        _path.Add((above >= 0 ? _address[above] : 0, place));
        _transaction = transaction;
        return place;
    }

    // The path begins with the top call, which has no number.
    private bool IsPrefix(int length)
    {
        for (int i = 0; i < length; i++)
        {
            if (_path[i + 1].Number != _address[i])
            {
                return false;
            }
        }

        return true;
    }

    private void Complete(ref CallAnswer call, EvmFields fields)
    {
        call.IsVoid = fields.Has(5);
        (call.Value, call.IsTooLarge) = _action.Value;
        call.From = _action.From;
        call.To = _action.To;
        switch (fields.Text(0))
        {
            case var type when type.SequenceEqual("call"u8):
                call.Kind = _action.IsPlain ? CallKind.Call : CallKind.WithoutMovement;
                break;
            case var type when type.SequenceEqual("create"u8):
                call.Kind = CallKind.Create;
                call.To = _created;
                break;
            case var type when type.SequenceEqual("suicide"u8) || type.SequenceEqual("selfdestruct"u8):
                call.Kind = CallKind.SelfDestruct;
                break;
            default:
                throw fields.Fault(0, "call, create, suicide or reward");
        }

        if (call.MovesValue && (call.From is null || call.To is null))
        {
            throw fields.Fault(call.Kind == CallKind.Create ? 7 : 6, "complete with addresses, because value moved");
        }
    }

    private void ReadNested(ref EvmJson json, int field)
    {
        switch (field)
        {
            case 6:
                ReadAction(ref json);
                break;
            case 7:
                ReadOutcome(ref json);
                break;
            default:
                ReadAddress(ref json);
                break;
        }
    }

    private void ReadAction(ref EvmJson json)
    {
        Span<JsonSlot> slots = stackalloc JsonSlot[Action.Count];
        slots.Clear();
        json.ReadObject(Action, slots, Place with { Inner = "action" });
        _action = ActionAnswer.Of(json.Fields(Action, slots, Place with { Inner = "action" }));
    }

    private void ReadOutcome(ref EvmJson json)
    {
        Span<JsonSlot> slots = stackalloc JsonSlot[Outcome.Count];
        slots.Clear();
        json.ReadObject(Outcome, slots, Place with { Inner = "result" });
        _created = json.Fields(Outcome, slots, Place with { Inner = "result" }).OptionalAccount(0);
    }

    private void ReadAddress(ref EvmJson json)
    {
        json.Expect(JsonTokenType.StartArray, Place with { Inner = "traceAddress" }, "an array");
        while (json.NextItem())
        {
            _address.Add(json.SmallNumber(Place with { Inner = "traceAddress" }));
            if (_address.Count > MaxCalls)
            {
                throw new NodeAnswerException($"Expected at most {MaxCalls} calls inside each other in {Place}, found more.");
            }
        }
    }
}
