namespace Spoor.Chains.Sync;

/// <summary>A chain and what follows it do not fit together, and only a person can decide what to do: the message says what.</summary>
public sealed class SyncException : Exception
{
    public SyncException(string message)
        : base(message)
    {
    }

    public SyncException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public SyncException()
    {
    }
}
