namespace Spoor.Transfers;

/// <summary>A block by its place and hash: what tells one branch of a chain from another.</summary>
/// <param name="Parent">Null for the first block of a chain, and where the source does not carry it.</param>
public sealed record BlockHeader(ChainId Chain, long Height, TxHash Hash, TxHash? Parent, DateTimeOffset Time);
