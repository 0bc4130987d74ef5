using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Spoor.Benchmarks.Serving;

/// <summary>One HTTP connection that stays open, with as little work for this side as can be: what is measured is the server.</summary>
internal sealed class RawConnection : IDisposable
{
    private const int Begin = 64 << 10;

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] _buffer = new byte[Begin];

    public async Task ConnectAsync(Uri server) => await _socket.ConnectAsync(server.Host, server.Port);

    /// <summary>A request as it goes over the wire.</summary>
    public static byte[] Screen(Uri server, string key, string address)
    {
        string body = $"{{\"addresses\":[\"{address}\"],\"chain\":\"ethereum\"}}";
        return Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"POST /api/v1/screen HTTP/1.1\r\nHost: {server.Authority}\r\nAuthorization: Bearer {key}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}"));
    }

    /// <summary>The least that a request with a key can ask: what everything around an answer costs.</summary>
    public static byte[] Session(Uri server, string key) =>
        Encoding.ASCII.GetBytes($"GET /api/v1/session HTTP/1.1\r\nHost: {server.Authority}\r\nAuthorization: Bearer {key}\r\n\r\n");

    /// <summary>Sends a request and reads its answer to the end.</summary>
    /// <returns>The status, and the body, which the next request overwrites.</returns>
    public async ValueTask<(int Status, ReadOnlyMemory<byte> Body)> AskAsync(ReadOnlyMemory<byte> request)
    {
        await _socket.SendAsync(request, SocketFlags.None);
        int read = 0;
        while (true)
        {
            if (read == _buffer.Length)
            {
                Array.Resize(ref _buffer, _buffer.Length * 2);
            }

            int more = await _socket.ReceiveAsync(_buffer.AsMemory(read), SocketFlags.None);
            read += more > 0 ? more : throw new IOException("The server closed the connection.");
            if (Whole(_buffer.AsSpan(0, read)) is { } head)
            {
                return (head.Status, _buffer.AsMemory(head.Start, read - head.Start));
            }
        }
    }

    public void Dispose() => _socket.Dispose();

    // Null until all of the body is there.
    private static (int Status, int Start)? Whole(ReadOnlySpan<byte> answer)
    {
        int end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return null;
        }

        var head = answer[..end];
        int place = head.IndexOf("Content-Length: "u8);
        int length = 0;
        foreach (byte digit in place < 0 ? [] : head[(place + 16)..])
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                break;
            }

            length = (length * 10) + digit - '0';
        }

        return answer.Length >= end + 4 + length ? (int.Parse(head[9..12], CultureInfo.InvariantCulture), end + 4) : null;
    }
}
