namespace Spoor.Storage.Index.Building;

/// <summary>What the edges of addresses are made of.</summary>
/// <param name="Tallies">Of each address, how many edges.</param>
/// <param name="Pairs">The sides of movements.</param>
/// <param name="Marks">Which of them are credible; null where all are.</param>
/// <param name="Counts">Whether counterparties are the other sides.</param>
internal sealed record EdgeSource(NativeArray<AddressTally> Tallies, ScratchFile<Pair> Pairs, CredibleMarks? Marks, bool Counts);
