namespace Spoor.Chains.Nodes;

/// <summary>An answer arrived and cannot be right, or says no.</summary>
public sealed class NodeAnswerException : Exception
{
    public NodeAnswerException(string message)
        : base(message)
    {
    }

    public NodeAnswerException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public NodeAnswerException()
    {
    }

    /// <summary>Whether to ask again: a rate limit, a cut answer or a wrong id pass, a method that does not exist does not.</summary>
    public bool MayPass { get; init; } = true;

    /// <summary>Whether asking for less at once (a smaller batch, fewer blocks) may help: the answer or the question was too big.</summary>
    public bool AskForLess { get; init; }

    /// <summary>Whether too much was asked lately, whatever was asked: it says nothing of the question.</summary>
    public bool IsTooOften { get; init; }

    /// <summary>The code of a JSON-RPC error, or the status of an HTTP refusal; null when the answer was neither.</summary>
    public int? Code { get; init; }
}
