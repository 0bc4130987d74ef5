namespace Spoor.Chains.Nodes;

/// <summary>One place to send a question to a node and to get the bytes of its answer.</summary>
/// <remarks>
/// Endpoints, failover, retries with backoff, rate limits, time limits and the limit on the size of an answer live
/// here and nowhere else; a recorded exchange can stand in its place.
/// </remarks>
public interface INodeTransport : IAsyncDisposable
{
    /// <summary>Sends a body by POST and returns the answer's body as it came; HTTP errors that do not pass become exceptions.</summary>
    /// <param name="path">Relative to the endpoint: empty for JSON-RPC, <c>wallet/getblockbynum</c> for Tron.</param>
    /// <param name="accept">Looks at an answer and throws <see cref="NodeAnswerException"/> when it should be asked for again, here or elsewhere.</param>
    /// <exception cref="NodeException">No endpoint gave an acceptable answer.</exception>
    /// <exception cref="NodeAnswerException">The answer is a no that asking again does not change; thrown at once.</exception>
    Task<ReadOnlyMemory<byte>> PostAsync(
        string path, ReadOnlyMemory<byte> body, Action<ReadOnlyMemory<byte>> accept, CancellationToken cancellation);
}
