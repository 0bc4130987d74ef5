namespace Spoor.Chains.Tron;

/// <summary>How a Tron node is read.</summary>
public sealed record TronNodeSettings
{
    /// <summary>How often to ask for the head; a block comes every three seconds.</summary>
    public TimeSpan PollEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often a span is read again when its answers contradict each other, as they do when a block is replaced in between.</summary>
    public int Rereads { get; init; } = 4;

    /// <summary>Blocks asked for at once; the transport bounds the requests under way.</summary>
    public int BlocksAtOnce { get; init; } = 4;
}
