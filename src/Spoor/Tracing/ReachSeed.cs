using Spoor.Transfers;

namespace Spoor.Tracing;

/// <summary>Where value is, and since when it can move on.</summary>
/// <param name="Since">Inclusive; the default is before everything.</param>
public readonly record struct ReachSeed(Address Address, Position Since = default);
