using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Spoor.Storage.ClickHouse;

/// <summary>Lets sets travel with a statement as what ClickHouse calls external data; the driver has no word for it.</summary>
/// <remarks>https://clickhouse.com/docs/engines/table-engines/special/external-data: parts of a form, one a set.</remarks>
internal sealed class SetAttaching(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>Marks a request whose body is such a form and says what divides its parts.</summary>
    public const string Header = "X-Spoor-Boundary";

    // Addresses are chosen by strangers, so what ends a part must be beyond guessing.
    public static string NewBoundary() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));

    public static async Task WriteAsync(Stream stream, string boundary, IReadOnlyList<AskedSet> sets, CancellationToken cancellation)
    {
        foreach (var set in sets)
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"--{boundary}\r\nContent-Disposition: form-data; name=\"{set.Name}\"; filename=\"{set.Name}\"\r\n\r\n"), cancellation);
            await set.Write(stream, cancellation);
            await stream.WriteAsync("\r\n"u8.ToArray(), cancellation);
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes($"--{boundary}--\r\n"), cancellation);
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } body && request.Headers.TryGetValues(Header, out var boundaries))
        {
            body.Headers.ContentType = new MediaTypeHeaderValue("multipart/form-data");
            body.Headers.ContentType.Parameters.Add(new("boundary", boundaries.First()));
            request.Headers.Remove(Header);
        }

        return base.SendAsync(request, cancellationToken);
    }
}
