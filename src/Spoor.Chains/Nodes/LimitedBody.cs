namespace Spoor.Chains.Nodes;

/// <summary>Reads an answer's body up to a limit and not a byte further: the sender is not trusted to state its length.</summary>
internal static class LimitedBody
{
    private const int FirstBuffer = 64 << 10;

    /// <exception cref="NodeAnswerException">The body is longer than the limit.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContent content, int limit, CancellationToken cancellation)
    {
        if (content.Headers.ContentLength > limit)
        {
            throw TooLong(limit);
        }

        await using var stream = await content.ReadAsStreamAsync(cancellation);
        byte[] buffer = new byte[Math.Min(limit + 1, FirstBuffer)];
        int length = 0;
        while (await stream.ReadAsync(buffer.AsMemory(length), cancellation) is > 0 and int read)
        {
            length += read;
            if (length > limit)
            {
                throw TooLong(limit);
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, (int)Math.Min(2L * buffer.Length, limit + 1L));
            }
        }

        return buffer.AsMemory(0, length);
    }

    /// <summary>As much of a body as tells what went wrong.</summary>
    public static async Task<ReadOnlyMemory<byte>> BeginningAsync(HttpContent content, int limit, CancellationToken cancellation)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        byte[] buffer = new byte[limit];
        int length = await stream.ReadAtLeastAsync(buffer, limit, throwOnEndOfStream: false, cancellation);
        return buffer.AsMemory(0, length);
    }

    private static NodeAnswerException TooLong(int limit) =>
        new($"The answer is longer than {limit:N0} bytes; it was not read further.") { MayPass = false, AskForLess = true };
}
