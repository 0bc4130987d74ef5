namespace Spoor.Chains.Nodes;

/// <summary>A node could not be used: the message names the endpoint, the call, what was expected, what was found, and what to do.</summary>
public sealed class NodeException : Exception
{
    public NodeException(string message)
        : base(message)
    {
    }

    public NodeException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public NodeException()
    {
    }
}
