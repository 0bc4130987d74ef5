using Spoor.Transfers;

namespace Spoor.Tracing;

/// <summary>An address that value can have reached.</summary>
/// <param name="Hops">Fewest payments on the way; 0 for a seed.</param>
/// <param name="Earliest">The first position at which value can have arrived within the hops asked for, maybe by more than the fewest.</param>
public readonly record struct ReachedAddress(Address Address, int Hops, Position Earliest);
