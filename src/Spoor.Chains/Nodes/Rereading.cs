using Spoor.Transfers;

namespace Spoor.Chains.Nodes;

/// <summary>Reads again what came of several answers, each fine by itself, that do not agree: a block may have been replaced in between.</summary>
/// <remarks>Single requests are repeated by the transport.</remarks>
internal sealed class Rereading(Chain chain, int attempts, TimeProvider time)
{
    private static readonly TimeSpan FirstRest = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(2);

    private readonly Backoff _backoff = new(FirstRest, LongestRest, seed: 1);

    /// <param name="what">For the message: what the node could not do.</param>
    /// <param name="read">Asks and decodes.</param>
    /// <param name="cancellation">Ends the rest between two readings.</param>
    /// <exception cref="NodeException">The node says no, or its answers never agree.</exception>
    public async Task<T> RunAsync<T>(string what, Func<Task<T>> read, CancellationToken cancellation)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await read();
            }
            catch (NodeAnswerException fault) when (attempt >= attempts || !fault.MayPass)
            {
                throw new NodeException($"The node of {chain} could not {what}{(attempt > 1 ? $", asked {attempt} times" : "")}: {fault.Message}", fault);
            }
            catch (NodeAnswerException)
            {
                await Task.Delay(_backoff.After(attempt), time, cancellation);
            }
        }
    }
}
