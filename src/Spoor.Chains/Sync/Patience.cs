using Spoor.Chains.Nodes;

namespace Spoor.Chains.Sync;

/// <summary>How long a node is borne with that fails after all retries of a call: for ever when following, else a few times.</summary>
internal sealed class Patience(bool isEndless, TimeProvider clock)
{
    private const int Attempts = 5;
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private int _failures;

    public void Regain() => _failures = 0;

    /// <summary>Throws the failure again when it is one too many.</summary>
    public void Lose(NodeException failure)
    {
        _failures++;
        if (!isEndless && _failures >= Attempts)
        {
            throw new NodeException(failure.Message, failure);
        }
    }

    public Task WaitAsync(CancellationToken cancellation)
    {
        // A reorganisation may pull the block away that is being read, which passes by asking for the head again at once.
        if (_failures == 1)
        {
            return Task.CompletedTask;
        }

        double seconds = Math.Min(Longest.TotalSeconds, Shortest.TotalSeconds * Math.Pow(2, _failures - 2));
        return Task.Delay(TimeSpan.FromSeconds(seconds), clock, cancellation);
    }

    /// <summary>Asks anew; a failure that is not one too many leaves what was known.</summary>
    public async Task<T> AskAsync<T>(Func<Task<T>> question, T known)
    {
        try
        {
            return await question();
        }
        catch (NodeException failure)
        {
            Lose(failure);
            return known;
        }
    }
}
