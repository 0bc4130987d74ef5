namespace Spoor.Storage.Generation;

/// <summary>One made-up token movement, its parties by number.</summary>
/// <param name="Number">Which movement of the chain it is, from 0.</param>
/// <param name="Token">Which of <see cref="SyntheticChain.Tokens"/>.</param>
internal readonly record struct SyntheticTransfer(long Number, SyntheticParty From, SyntheticParty To, int Token, ulong Units);

/// <summary>An address by number; those of a theft are counted apart from everybody's.</summary>
/// <param name="Family">0 for everybody, n for theft n.</param>
internal readonly record struct SyntheticParty(int Family, long Number);
