using Spoor.Chains.Nodes;

namespace Spoor.Tests.Nodes;

/// <summary>Transports as the tests want them: the same rules, shorter rests.</summary>
internal static class Transports
{
    public static readonly TransportLimits Quick = new()
    {
        FirstDelay = TimeSpan.FromMilliseconds(1),
        MaxDelay = TimeSpan.FromMilliseconds(5),
        MaxRetryAfter = TimeSpan.FromMilliseconds(20),
        Attempts = 4,
        TimeLimit = TimeSpan.FromSeconds(20),
    };

    public static HttpTransport To(string url, TransportLimits? limits = null, TimeProvider? time = null) =>
        new([NodeEndpoint.Parse(url)], limits ?? Quick, time ?? TimeProvider.System);

    /// <summary>Asks and gives the answer as text; refuses everything that is not an object.</summary>
    public static async Task<string> AskAsync(this INodeTransport transport, string path = "", string body = "{}") =>
        System.Text.Encoding.UTF8.GetString((await transport.PostAsync(
            path, System.Text.Encoding.UTF8.GetBytes(body), RefuseOthers, TestContext.Current.CancellationToken)).Span);

    private static void RefuseOthers(ReadOnlyMemory<byte> body)
    {
        if (body.Span is not [(byte)'{', .., (byte)'}'])
        {
            throw new NodeAnswerException($"Expected an object, found '{NodeText.Printable(body)}'");
        }
    }
}
