using System.Buffers;
using System.Text;
using Spoor.Transfers;
using Spoor.Transfers.Codecs;

namespace Spoor.Chains.Evm.Bridges;

/// <summary>A log with the shape of an event, its arguments by name; what lies outside the data is null, never a fault.</summary>
internal sealed class BridgeLog
{
    /// <summary>Far more than any bridge logs; what is longer is not looked at.</summary>
    public const int MaxBytes = 1 << 17;

    private readonly BridgeEvent _event;
    private readonly LogAnswer _log;
    private readonly BridgeScene _scene;
    private readonly byte[] _data;

    private BridgeLog(BridgeEvent @event, LogAnswer log, BridgeScene scene, byte[] data)
    {
        _event = @event;
        _log = log;
        _scene = scene;
        _data = data;
    }

    public Chain Chain => _scene.Chain;

    public BridgeRegistry Registry => _scene.Registry;

    public Address Emitter => _log.Emitter;

    public TxHash Tx => _scene.Tx;

    /// <summary>Null when the data are not hex digits.</summary>
    public static BridgeLog? TryOpen(BridgeEvent @event, LogAnswer log, BridgeScene scene)
    {
        byte[] data = new byte[log.DataBytes];
        var status = Convert.FromHexString(log.Data.Span, data, out _, out int written);
        return status == OperationStatus.Done && written == data.Length ? new(@event, log, scene, data) : null;
    }

    /// <summary>A leg of this log that says only where it is.</summary>
    public BridgeLeg Leg(BridgeSide side, string? messageId = null) => new()
    {
        Side = side,
        Protocol = _event.Protocol,
        MessageId = messageId,
        Chain = _scene.Chain.Id,
        Tx = _scene.Tx,
        Position = _scene.Position,
        Time = _scene.Time,
        Emitter = _log.Emitter,
        IsKnownEmitter = _scene.Registry.IsKnown(_event.Protocol, _scene.Chain.Id, _log.Emitter),
    };

    public Word256 Word(string argument)
    {
        var place = _event.Places[argument];
        return place.IsTopic ? _log.Topics[place.Number] : HexText.Word(_data.AsSpan(place.Number, Word256.Bytes));
    }

    /// <summary>A word of a tuple that has no dynamic part.</summary>
    public Word256 Word(string tuple, int number) => HexText.Word(_data.AsSpan(_event.Places[tuple].Number + (number * Word256.Bytes), Word256.Bytes));

    /// <summary>An account; null when it is nobody or not an account of an EVM chain.</summary>
    public Address? Account(string argument) => BridgeWords.Account(Word(argument));

    public Amount? Amount(string argument) => Word(argument).ToAmount();

    public AssetId? Token(string argument) => BridgeWords.Token(Chain.Id, Word(argument));

    public ChainId? EvmChain(string argument) => BridgeWords.EvmChain(Word(argument));

    /// <summary>A word as 64 lower-case hex digits, as it stands in ids.</summary>
    public string Hex(string argument) => BridgeWords.Hex(Word(argument));

    /// <summary>A whole number in decimal digits, as it stands in ids.</summary>
    public string Number(string argument) => BridgeWords.Number(Word(argument));

    /// <summary>The bytes of a dynamic argument; null when they do not lie inside the data.</summary>
    public byte[]? Bytes(string argument)
    {
        var offset = Word(argument);
        if (offset.High != 0 || offset.Low > (UInt128)(_data.Length - Word256.Bytes))
        {
            return null;
        }

        int start = (int)offset.Low;
        var length = HexText.Word(_data.AsSpan(start, Word256.Bytes));
        int rest = _data.Length - start - Word256.Bytes;
        return length.High == 0 && length.Low <= (UInt128)rest ? _data.AsSpan(start + Word256.Bytes, (int)length.Low).ToArray() : null;
    }

    /// <summary>A word of a dynamic tuple, counted from its own beginning; null when it does not lie inside the data.</summary>
    public Word256? TailWord(string argument, int number)
    {
        var offset = Word(argument);
        int end = (number + 1) * Word256.Bytes;
        return offset.High == 0 && offset.Low <= (UInt128)_data.Length && (int)offset.Low + end <= _data.Length
            ? HexText.Word(_data.AsSpan((int)offset.Low + end - Word256.Bytes, Word256.Bytes))
            : null;
    }

    /// <summary>Text of printable ASCII; null when it is anything else.</summary>
    public string? Text(string argument) =>
        Bytes(argument) is { } bytes && !bytes.AsSpan().ContainsAnyExceptInRange((byte)0x20, (byte)0x7e) ? Encoding.ASCII.GetString(bytes) : null;

    /// <summary>Keccak-256 in the digits of an id.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(Keccak256.Hash(bytes));
}
