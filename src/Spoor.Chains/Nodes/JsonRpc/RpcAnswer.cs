namespace Spoor.Chains.Nodes.JsonRpc;

/// <summary>What a node answered to one call: a value, null, or an error.</summary>
public sealed record RpcAnswer
{
    public required RpcCall Call { get; init; }

    /// <summary>The value of <c>result</c> as UTF-8 JSON, <c>null</c> included; empty when the answer is an error.</summary>
    public ReadOnlyMemory<byte> Json { get; init; }

    public NodeAnswerException? Error { get; init; }

    public bool IsNull => Error is null && Json.Span.SequenceEqual("null"u8);

    /// <summary>The value, held to be there.</summary>
    /// <exception cref="NodeAnswerException">The answer is an error or null.</exception>
    public ReadOnlyMemory<byte> Value()
    {
        if (Error is { } error)
        {
            throw error;
        }

        return IsNull ? throw new NodeAnswerException($"{Call.Method} answered null, a value was expected.") : Json;
    }
}
