using System.Text.Json;
using Spoor.Chains.Nodes;
using Spoor.Transfers;

namespace Spoor.Chains.Evm;

/// <summary>The logs of a block, read from receipts or from <c>eth_getLogs</c>, in ascending order of their index.</summary>
internal sealed class LogAnswers(BlockAnswer block)
{
    private const int MaxTopics = 4;

    private static readonly FieldNames Names = new(
        ["address", "data", "logIndex", "transactionHash", "transactionIndex", "blockHash", "blockNumber", "removed"], "topics");

    private readonly List<LogAnswer> _logs = [];
    private readonly Word256[] _topics = new Word256[MaxTopics];
    private int _topicCount;
    private int _owner = -1;
    private int _first;

    public IReadOnlyList<LogAnswer> All => _logs;

    /// <summary>The bytes the logs are read from; their data are decoded only where they matter.</summary>
    public ReadOnlyMemory<byte> Source { get; set; }

    /// <summary>Begins a receipt, whose logs name their transaction or leave it out.</summary>
    public void Enter(int receipt)
    {
        _owner = receipt;
        _first = _logs.Count;
    }

    /// <summary>Ends a receipt: its logs must be of its transaction.</summary>
    public void Leave(TxHash transaction)
    {
        for (int i = _first; i < _logs.Count; i++)
        {
            if (_logs[i].Tx is { } told && told != transaction)
            {
                throw new NodeAnswerException(
                    $"Expected {new JsonPlace("receipts", _owner, "logs", i - _first).Of("transactionHash")} to be 0x{transaction}, found 0x{told}.");
            }
        }
    }

    /// <summary>Reads the array it stands on.</summary>
    public void ReadAll(ref EvmJson json)
    {
        json.Expect(JsonTokenType.StartArray, _owner < 0 ? new("logs") : new("receipts", _owner, "logs"), "an array");
        while (json.NextItem())
        {
            Add(Read(ref json, out var place), place);
        }
    }

    private void Add(LogAnswer log, JsonPlace place)
    {
        if (_logs.Count > 0 && _logs[^1].Index >= log.Index)
        {
            throw new NodeAnswerException($"Expected {place.Of("logIndex")} to be above {_logs[^1].Index}, found {log.Index}.");
        }

        if (_logs.Count > 0 && _logs[^1].Transaction > log.Transaction)
        {
            throw new NodeAnswerException(
                $"Expected {place.Of("transactionIndex")} to be {_logs[^1].Transaction} or more, found {log.Transaction}.");
        }

        _logs.Add(log);
    }

    private LogAnswer Read(ref EvmJson json, out JsonPlace place)
    {
        place = _owner < 0 ? new("logs", _logs.Count) : new("receipts", _owner, "logs", _logs.Count - _first);
        Span<JsonSlot> slots = stackalloc JsonSlot[Names.Count];
        slots.Clear();
        _topicCount = 0;
        json.ReadObject(Names, slots, place, this, static (ref json, _, logs) => logs.ReadTopics(ref json));
        var fields = json.Fields(Names, slots, place);
        fields.RequireArray(8);
        if (fields.IsTrue(7))
        {
            throw fields.Fault(7, "false, because a removed log is not of this block");
        }

        fields.Confirm(5, block.Hash);
        fields.Confirm(6, block.Height);
        int transaction = OwnerOf(fields);
        return new()
        {
            Transaction = transaction,
            Tx = _owner >= 0 ? fields.OptionalHash(3) : fields.Hash(3),
            Index = (int)fields.Number(2, int.MaxValue),
            Emitter = fields.Account(0),
            Topics = _topics.AsSpan(0, _topicCount).ToArray(),
            Data = DataOf(fields),
            Place = place,
        };
    }

    // In a receipt the transaction is known; in a bare list of logs it is told, and the last may be one the block does not list.
    private int OwnerOf(EvmFields fields)
    {
        if (_owner >= 0)
        {
            fields.Confirm(4, _owner);
            return _owner;
        }

        int told = (int)fields.Number(4, block.Transactions.Count);
        if (told < block.Transactions.Count)
        {
            fields.Confirm(3, block.Transactions[told].Hash);
        }

        return told;
    }

    private void ReadTopics(ref EvmJson json)
    {
        Span<byte> bytes = stackalloc byte[Word256.Bytes];
        while (json.NextItem())
        {
            var slot = json.Take();
            if (slot.Type != JsonTokenType.String || !HexText.TryBytes(json.Text(slot), bytes) || _topicCount == MaxTopics)
            {
                throw new NodeAnswerException(
                    $"Expected at most {MaxTopics} topics of 0x and 64 hex digits in {new JsonPlace("log", _logs.Count)}, found '{HexText.Show(json.Text(slot))}'.");
            }

            _topics[_topicCount++] = HexText.Word(bytes);
        }
    }

    private ReadOnlyMemory<byte> DataOf(EvmFields fields)
    {
        var text = fields.Text(1);
        if (!HexText.HasPrefix(text) || text.Length % 2 != 0)
        {
            throw fields.Fault(1, "0x and pairs of hex digits");
        }

        var slot = fields.Slot(1);
        return Source.Slice(slot.Start + 2, slot.Length - 2);
    }
}
