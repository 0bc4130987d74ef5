using System.Buffers.Binary;
using System.Text;

namespace Spoor.Benchmarks.Serving;

/// <summary>As much of MessagePack (https://github.com/msgpack/msgpack/blob/master/spec.md) as the browser's side of a page needs, framed as SignalR frames it.</summary>
/// <remarks>https://github.com/dotnet/aspnetcore/blob/main/src/SignalR/docs/specs/HubProtocol.md</remarks>
internal static class BlazorPack
{
    /// <summary>A call of the hub with its length before it.</summary>
    /// <param name="id">Null where no answer is wanted.</param>
    public static byte[] Call(string? id, string method, params IReadOnlyList<object?> arguments) => Framed([1, new Dictionary<string, string>(), id, method, arguments]);

    public static byte[] Ping { get; } = Framed([6]);

    /// <summary>Takes the first whole message off what was received; null where more must come.</summary>
    public static IReadOnlyList<object?>? Take(List<byte> received)
    {
        int length = 0;
        for (int place = 0; place < Math.Min(5, received.Count); place++)
        {
            length |= (received[place] & 0x7f) << (7 * place);
            if ((received[place] & 0x80) == 0)
            {
                if (received.Count < place + 1 + length)
                {
                    return null;
                }

                byte[] message = [.. received.Skip(place + 1).Take(length)];
                received.RemoveRange(0, place + 1 + length);
                int at = 0;
                return (IReadOnlyList<object?>)Read(message, ref at)!;
            }
        }

        return null;
    }

    private static byte[] Framed(IReadOnlyList<object?> message)
    {
        using var body = new MemoryStream();
        Write(body, message);
        List<byte> frame = [];
        int length = (int)body.Length;
        for (; length >= 0x80; length >>= 7)
        {
            frame.Add((byte)(0x80 | (length & 0x7f)));
        }

        frame.Add((byte)length);
        return [.. frame, .. body.ToArray()];
    }

    private static void Write(MemoryStream to, object? value)
    {
        switch (value)
        {
            case null: to.WriteByte(0xc0); break;
            case bool yes: to.WriteByte(yes ? (byte)0xc3 : (byte)0xc2); break;
            case int number: Write(to, (long)number); break;
            case long number:
                to.WriteByte(0xd3);
                Span<byte> eight = stackalloc byte[8];
                BinaryPrimitives.WriteInt64BigEndian(eight, number);
                to.Write(eight);
                break;
            case string text:
                byte[] bytes = Encoding.UTF8.GetBytes(text);
                to.WriteByte(0xdb);
                Span<byte> four = stackalloc byte[4];
                BinaryPrimitives.WriteInt32BigEndian(four, bytes.Length);
                to.Write(four);
                to.Write(bytes);
                break;
            case Dictionary<string, string>: to.WriteByte(0x80); break;
            case IReadOnlyList<object?> list:
                to.WriteByte((byte)(0x90 | list.Count));
                list.ToList().ForEach(one => Write(to, one));
                break;
            default: throw new ArgumentException($"Expected what a page sends, found {value.GetType()}.", nameof(value));
        }
    }

    // Bytes of a render batch are passed over: a browser would draw them.
    private static object? Read(ReadOnlySpan<byte> from, ref int at)
    {
        byte mark = from[at++];
        return mark switch
        {
            <= 0x7f => (long)mark,
            <= 0x8f => Skip(from, ref at, 2 * (mark & 0x0f)),
            <= 0x9f => List(from, ref at, mark & 0x0f),
            <= 0xbf => Text(from, ref at, mark & 0x1f),
            0xc0 => null,
            0xc2 or 0xc3 => mark == 0xc3,
            0xc4 or 0xc5 or 0xc6 => Bytes(ref at, (int)Number(from, ref at, 1 << (mark - 0xc4))),
            0xca or 0xcb => Bytes(ref at, 4 << (mark - 0xca)),
            0xcc or 0xcd or 0xce or 0xcf => Number(from, ref at, 1 << (mark - 0xcc)),
            0xd0 or 0xd1 or 0xd2 or 0xd3 => Number(from, ref at, 1 << (mark - 0xd0)),
            0xd9 or 0xda or 0xdb => Text(from, ref at, (int)Number(from, ref at, 1 << (mark - 0xd9))),
            0xdc or 0xdd => List(from, ref at, (int)Number(from, ref at, 2 << (mark - 0xdc))),
            0xde or 0xdf => Skip(from, ref at, 2 * (int)Number(from, ref at, 2 << (mark - 0xde))),
            >= 0xe0 => (long)(sbyte)mark,
            _ => throw new FormatException($"Expected MessagePack, found {mark:x2}."),
        };
    }

    private static object? Skip(ReadOnlySpan<byte> from, ref int at, int count)
    {
        for (int i = 0; i < count; i++)
        {
            Read(from, ref at);
        }

        return null;
    }

    private static List<object?> List(ReadOnlySpan<byte> from, ref int at, int count)
    {
        List<object?> list = [];
        for (int i = 0; i < count; i++)
        {
            list.Add(Read(from, ref at));
        }

        return list;
    }

    private static string Text(ReadOnlySpan<byte> from, ref int at, int length)
    {
        string text = Encoding.UTF8.GetString(from.Slice(at, length));
        at += length;
        return text;
    }

    private static object? Bytes(ref int at, int length)
    {
        at += length;
        return null;
    }

    private static long Number(ReadOnlySpan<byte> from, ref int at, int bytes)
    {
        long number = 0;
        for (int i = 0; i < bytes; i++)
        {
            number = (number << 8) | from[at++];
        }

        return number;
    }
}
