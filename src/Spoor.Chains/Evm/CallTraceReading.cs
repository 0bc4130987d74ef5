using System.Text.Json;
using Spoor.Chains.Nodes;

namespace Spoor.Chains.Evm;

/// <summary>Reads what <c>debug_traceBlockByNumber</c> answers with geth's <c>callTracer</c>: a tree of calls for each transaction.</summary>
internal sealed class CallTraceReading
{
    // The EVM allows 1,024 calls inside the top one; each takes two levels of JSON.
    private const int MaxCalls = 1_025;
    private const int MaxDepth = (2 * MaxCalls) + 16;

    private static readonly FieldNames Entry = new(["txHash", "error"], "result");

    private static readonly FieldNames Frame = new(["type", "from", "to", "value", "error"], "calls");

    private readonly BlockAnswer _block;
    private readonly TraceAnswers _traces;
    private int _transaction;
    private int _parent = -1;
    private int _depth;

    private CallTraceReading(BlockAnswer block)
    {
        _block = block;
        _traces = new(block);
    }

    public static TraceAnswers Read(ReadOnlyMemory<byte> text, BlockAnswer block)
    {
        var reading = new CallTraceReading(block);
        var json = EvmJson.Open(text.Span, MaxDepth);
        json.Expect(JsonTokenType.StartArray, new("traces"), "an array");
        while (json.NextItem())
        {
            reading.ReadEntry(ref json);
            reading._transaction++;
        }

        json.RefuseMore();
        bool lacksSystem = reading._transaction == block.Transactions.Count - 1 && block.Transactions[^1].From.IsZeroAccount;
        if (reading._transaction != block.Transactions.Count && !lacksSystem)
        {
            throw new NodeAnswerException(
                $"Expected {block.Transactions.Count} traces for block {block.Height}, one for each of its transactions, found {reading._transaction}.");
        }

        reading._traces.Settle();
        return reading._traces;
    }

    private void ReadEntry(ref EvmJson json)
    {
        var place = new JsonPlace("traces", _transaction);
        if (_transaction >= _block.Transactions.Count)
        {
            throw new NodeAnswerException($"Expected {_block.Transactions.Count} traces, found more.");
        }

        Span<JsonSlot> slots = stackalloc JsonSlot[Entry.Count];
        slots.Clear();
        json.ReadObject(Entry, slots, place, this, static (ref json, _, reading) => reading.ReadFrame(ref json));
        var fields = json.Fields(Entry, slots, place);
        fields.Confirm(0, _block.Transactions[_transaction].Hash);
        if (fields.Has(1))
        {
            // go-ethereum gives up a transaction that takes longer than its time limit and traces the others.
            _traces.GiveUp(_transaction);
        }
        else if (fields.Slot(2).Type != JsonTokenType.StartObject)
        {
            throw fields.Fault(2, "a trace");
        }
    }

    private void ReadFrame(ref EvmJson json)
    {
        var place = new JsonPlace("traces", _transaction, "result");
        if (++_depth > MaxCalls)
        {
            throw new NodeAnswerException($"Expected at most {MaxCalls} calls inside each other in {place}, found more.");
        }

        int above = _parent;
        int self = _traces.Add(_transaction, above);
        _parent = self;
        Span<JsonSlot> slots = stackalloc JsonSlot[Frame.Count];
        slots.Clear();
        json.ReadObject(Frame, slots, place, this, static (ref json, _, reading) => reading.ReadCalls(ref json));
        Complete(ref _traces[self], json.Fields(Frame, slots, place));
        _parent = above;
        _depth--;
    }

    private void ReadCalls(ref EvmJson json)
    {
        json.Expect(JsonTokenType.StartArray, new("traces", _transaction, "calls"), "an array");
        while (json.NextItem())
        {
            ReadFrame(ref json);
        }
    }

    private void Complete(ref CallAnswer call, EvmFields fields)
    {
        call.From = fields.OptionalAccount(1);
        call.To = fields.OptionalAccount(2);
        (call.Value, call.IsTooLarge) = fields.Value(3);
        call.IsVoid = fields.Has(4);
        call.Kind = KindOf(fields, call.Value);
        _traces.HasUnknownMoves |= !fields.Has(0)
            || (call is { Kind: CallKind.SelfDestruct, IsVoid: false } && (call.From is null || call.To is null || !fields.Has(3)));
        if (call is { MovesValue: true, Kind: not CallKind.SelfDestruct } && (call.From is null || call.To is null))
        {
            throw fields.Fault(call.From is null ? 1 : 2, "an address, because the call moves value");
        }
    }

    private static CallKind KindOf(EvmFields fields, UInt128 value) => fields.Text(0) switch
    {
        var type when type.SequenceEqual("CALL"u8) => CallKind.Call,
        var type when type.SequenceEqual("CREATE"u8) || type.SequenceEqual("CREATE2"u8) => CallKind.Create,
        var type when type.SequenceEqual("SELFDESTRUCT"u8) => CallKind.SelfDestruct,
        var type when type.SequenceEqual("STATICCALL"u8) || type.SequenceEqual("DELEGATECALL"u8) || type.SequenceEqual("CALLCODE"u8) =>
            CallKind.WithoutMovement,
        _ when value == 0 => CallKind.WithoutMovement,
        _ => throw fields.Fault(0, "a known sort of call, because it names a value"),
    };
}
