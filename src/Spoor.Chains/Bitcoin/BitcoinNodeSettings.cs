namespace Spoor.Chains.Bitcoin;

/// <summary>How a node of Bitcoin's family is read.</summary>
public sealed record BitcoinNodeSettings
{
    /// <summary>Whether transactions whose outputs a block spends are asked for one by one where the node does not state those outputs; it needs <c>-txindex</c>.</summary>
    public bool AsksForEarlier { get; init; } = true;

    /// <summary>How often to ask for the head. Blocks come minutes apart; a notice by ZMQ is not taken.</summary>
    public TimeSpan PollEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often a span is read again when its answers contradict each other, as they do when a block is replaced in between.</summary>
    public int Rereads { get; init; } = 4;

    /// <summary>Blocks asked for in one request; with all transactions and what they spend, one is tens of megabytes.</summary>
    public int BlocksAtOnce { get; init; } = 2;
}
