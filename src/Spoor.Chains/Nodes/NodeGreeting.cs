namespace Spoor.Chains.Nodes;

/// <summary>A question put to every endpoint before anything else is believed of it: whether it serves the chain it is given for.</summary>
/// <param name="Path">As in <see cref="INodeTransport.PostAsync"/>.</param>
/// <param name="Body">The question.</param>
/// <param name="Accept">Throws <see cref="NodeAnswerException"/>; when it may not pass, the endpoint is not used.</param>
/// <param name="Then">What is asked next, once this was accepted.</param>
public sealed record NodeGreeting(string Path, ReadOnlyMemory<byte> Body, Action<ReadOnlyMemory<byte>> Accept, NodeGreeting? Then = null);
