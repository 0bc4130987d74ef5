using Spoor.Chains.Nodes;

namespace Spoor.Chains.Evm;

/// <summary>How an EVM node is read.</summary>
public sealed record EvmNodeSettings
{
    /// <summary>Whether call traces are asked for where the node has them; they are the dearest of all calls.</summary>
    public bool ReadsTraces { get; init; } = true;

    /// <summary>Lets a chain with a known number begin with another block than the public one: a private fork, a test node.</summary>
    public bool AcceptsOtherGenesis { get; init; }

    /// <summary>How often to ask for the head where the node gives no notice; null for a quarter of the time between its blocks.</summary>
    public TimeSpan? PollEvery { get; init; }

    /// <summary>How often a span is read again when its answers contradict each other, as they do when a block is replaced in between.</summary>
    public int Rereads { get; init; } = 6;

    /// <summary>Where the node gives notice of new heads, ws or wss; null for asking again and again.</summary>
    public NodeEndpoint? Notices { get; init; }
}
