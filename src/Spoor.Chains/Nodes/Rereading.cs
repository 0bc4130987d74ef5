namespace Spoor.Chains.Nodes;

/// <summary>Reads again what came of several answers, each fine by itself, that do not agree: a block may have been replaced in between.</summary>
/// <remarks>Single requests are repeated by the transport.</remarks>
internal sealed class Rereading(int attempts, TimeProvider time)
{
    private static readonly TimeSpan FirstRest = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(2);

    private readonly Backoff _backoff = new(FirstRest, LongestRest, seed: 1);

    /// <inheritdoc cref="RunAsync{T}(string, Func{bool, Task{T}}, CancellationToken)"/>
    public Task<T> RunAsync<T>(string what, Func<Task<T>> read, CancellationToken cancellation) => RunAsync(what, _ => read(), cancellation);

    /// <param name="what">For the message: what the node could not do.</param>
    /// <param name="read">Asks and decodes; is told whether it is the last time.</param>
    /// <param name="cancellation">Ends the rest between two readings.</param>
    /// <exception cref="NodeException">The node says no, or its answers never agree.</exception>
    public async Task<T> RunAsync<T>(string what, Func<bool, Task<T>> read, CancellationToken cancellation)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await read(attempt >= attempts);
            }
            catch (NodeAnswerException fault) when (attempt >= attempts || !fault.MayPass)
            {
                throw new NodeException(
                    $"The node could not {what}{(attempt > 1 ? $", asked {attempt} times" : "")}: {fault.Message.TrimEnd('.')}. {AdviceOn(fault)}", fault);
            }
            catch (NodeAnswerException)
            {
                await Task.Delay(_backoff.After(attempt), time, cancellation);
            }
        }
    }

    private static string AdviceOn(NodeAnswerException fault) => fault.MayPass
        ? "See that its endpoints serve the same chain and keep up with each other, or name another node."
        : "Name another node if this stays.";
}
