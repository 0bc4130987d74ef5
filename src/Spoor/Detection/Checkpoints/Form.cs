using System.Numerics;
using System.Text;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Detection.Checkpoints;

/// <summary>A form that is either written or read: one description of a state serves both, so the two cannot drift apart.</summary>
/// <remarks>Every method writes what it is given and returns it, or passes over what it is given and returns what it reads.</remarks>
internal sealed class Form
{
    private const int MostItems = 10_000_000;

    private readonly BinaryWriter? _writer;
    private readonly BinaryReader? _reader;

    public Form(BinaryWriter writer) => _writer = writer;

    public Form(BinaryReader reader) => _reader = reader;

    public bool IsReading => _reader is not null;

    public long Long(long value)
    {
        _writer?.Write7BitEncodedInt64(value);
        return _reader?.Read7BitEncodedInt64() ?? value;
    }

    public int Int(int value) => checked((int)Long(value));

    public bool Flag(bool value) => Long(value ? 1 : 0) != 0;

    public string Text(string value)
    {
        byte[] bytes = Bytes(_writer is null ? [] : Encoding.UTF8.GetBytes(value));
        return _writer is null ? Encoding.UTF8.GetString(bytes) : value;
    }

    public byte[] Bytes(byte[] value)
    {
        int length = Count(value.Length);
        _writer?.Write(value);
        return _reader is null ? value : Exactly(_reader, length);
    }

    public int Count(int value)
    {
        int count = Int(value);
        return count is >= 0 and <= MostItems ? count : throw new FormatException($"Expected at most {MostItems} items in the checkpoint, found {count}.");
    }

    public BigInteger Big(BigInteger value) => _writer is null ? new(Bytes([])) : Kept(value, Bytes(value.ToByteArray()));

    public UsdValue Usd(UsdValue value) => new(Big(value.Micros));

    public DateTimeOffset Time(DateTimeOffset value) => new(Long(value.UtcTicks), TimeSpan.Zero);

    public TEnum Choice<TEnum>(TEnum value)
        where TEnum : struct, Enum =>
        (TEnum)Enum.ToObject(typeof(TEnum), Long(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture)));

    public ChainId Chain(ChainId value) => _writer is null ? ChainId.Parse(Text("")) : Kept(value, Text(value.Value));

    public AssetId Asset(AssetId value)
    {
        var chain = Chain(value.Chain);
        string reference = Text(_writer is null ? "" : value.Reference);
        return _writer is null ? new(chain, reference) : value;
    }

    public Address Address(Address value)
    {
        var kind = Choice(value.Kind);
        byte[] bytes = Bytes(_writer is null ? [] : value.ToBytes());
        return _writer is null ? new(kind, bytes) : value;
    }

    public TxHash Tx(TxHash value) => _writer is null ? TxHash.FromBytes(Bytes([])) : Kept(value, Bytes(value.ToBytes()));

    public Position Place(Position value) => new(Long(value.Block), Int(value.Transaction), Choice(value.Phase), Int(value.Index));

    public Amount Units(Amount value) => new((UInt128)Big(value.Units));

    /// <summary>A value that may be missing.</summary>
    public T? Maybe<T>(T? value, Func<T, T> one)
        where T : struct =>
        Flag(value is not null) ? one(value.GetValueOrDefault()) : null;

    /// <summary>A fact that may be missing.</summary>
    public T? MaybeFact<T>(T? value, Func<T?, T> one)
        where T : class =>
        Flag(value is not null) ? one(value) : null;

    /// <summary>Values in their order.</summary>
    public List<T> Values<T>(IEnumerable<T> values, Func<T, T> one)
        where T : struct
    {
        List<T> given = [.. values];
        int count = Count(given.Count);
        return [.. Enumerable.Range(0, count).Select(i => one(i < given.Count ? given[i] : default))];
    }

    /// <summary>Facts in their order.</summary>
    public List<T> Facts<T>(IEnumerable<T> facts, Func<T?, T> one)
        where T : class
    {
        List<T> given = [.. facts];
        int count = Count(given.Count);
        return [.. Enumerable.Range(0, count).Select(i => one(i < given.Count ? given[i] : null))];
    }

    // Written and given back as it was.
    private static T Kept<T>(T value, object written) => written is null ? throw new InvalidOperationException("Nothing was written.") : value;

    private static byte[] Exactly(BinaryReader reader, int length)
    {
        byte[] bytes = reader.ReadBytes(length);
        return bytes.Length == length ? bytes : throw new EndOfStreamException($"Expected {length} bytes, found {bytes.Length}.");
    }
}
