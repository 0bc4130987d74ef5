using System.Collections.Concurrent;
using System.Text;
using Spoor.Tests.Web;

namespace Spoor.Tests.Cli.Serving;

/// <summary>A collector of traces on this machine, which takes OTLP over HTTP and reads the spans out of it.</summary>
/// <remarks>Fields by https://github.com/open-telemetry/opentelemetry-proto/blob/main/opentelemetry/proto/trace/v1/trace.proto.</remarks>
internal sealed class TraceCollector : IAsyncDisposable
{
    private readonly ConcurrentQueue<byte[]> _bodies = [];
    private LocalListener? _listener;

    private TraceCollector()
    {
    }

    public string Url => _listener!.Url;

    public IReadOnlyList<CollectedSpan> Spans =>
    [
        .. from body in _bodies
           from resource in Messages(body, 1)
           from scope in Messages(resource, 2)
           from span in Messages(scope, 2)
           select SpanOf(span),
    ];

    public static async Task<TraceCollector> StartAsync()
    {
        var collector = new TraceCollector();
        collector._listener = await LocalListener.StartAsync("/v1/traces", (_, body) => collector._bodies.Enqueue(body));
        return collector;
    }

    public ValueTask DisposeAsync() => _listener!.DisposeAsync();

    private static CollectedSpan SpanOf(ReadOnlyMemory<byte> span) => new(
        Hex(span, 1), Hex(span, 2), Hex(span, 4), Text(span, 5), (int)Fields(span).First(field => field.Number == 6).Value,
        Messages(span, 9).ToDictionary(one => Text(one, 1), one => ValueOf(Messages(one, 2).Single()), StringComparer.Ordinal), Encoding.Latin1.GetString(span.Span));

    private static string ValueOf(ReadOnlyMemory<byte> value) => Fields(value).Single() switch
    {
        (1, _, var text) => Encoding.UTF8.GetString(text.Span),
        (_, var number, _) => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    private static string Hex(ReadOnlyMemory<byte> message, int field) => string.Concat(Messages(message, field).Select(bytes => Convert.ToHexStringLower(bytes.Span)));

    private static string Text(ReadOnlyMemory<byte> message, int field) => string.Concat(Messages(message, field).Select(bytes => Encoding.UTF8.GetString(bytes.Span)));

    private static IEnumerable<ReadOnlyMemory<byte>> Messages(ReadOnlyMemory<byte> message, int number) =>
        Fields(message).Where(field => field.Number == number).Select(field => field.Bytes);

    // The wire format of https://protobuf.dev/programming-guides/encoding/.
    private static IEnumerable<(int Number, ulong Value, ReadOnlyMemory<byte> Bytes)> Fields(ReadOnlyMemory<byte> message)
    {
        int at = 0;
        while (at < message.Length)
        {
            ulong tag = Varint(message.Span, ref at);
            var (number, kind) = ((int)(tag >> 3), (int)(tag & 7));
            ulong value = kind is 0 or 2 ? Varint(message.Span, ref at) : 0;
            int length = kind switch { 0 => 0, 1 => 8, 2 => (int)value, 5 => 4, _ => throw new FormatException($"Expected a wire type, found {kind}.") };
            yield return (number, value, message.Slice(at, length));
            at += length;
        }
    }

    private static ulong Varint(ReadOnlySpan<byte> bytes, ref int at)
    {
        ulong value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = bytes[at++];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}

/// <summary>A span as it was told to a collector.</summary>
/// <param name="Kind">2 for an answer to a request.</param>
/// <param name="Bytes">All of it, each byte as one character.</param>
internal sealed record CollectedSpan(string Trace, string Id, string Parent, string Name, int Kind, IReadOnlyDictionary<string, string> Attributes, string Bytes);
