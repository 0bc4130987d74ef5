using Spoor.Labels;
using Spoor.Transfers;

namespace Spoor.Screening;

/// <summary>A known address at the other end of an exposure.</summary>
/// <param name="Label">The label that gave the category; null for a service that nobody has labelled.</param>
/// <param name="FirstBlock">The first block in which money went between it and the next address on a way.</param>
public sealed record ExposureEnd(ChainId Chain, Address Address, Label? Label, int Ways, long FirstBlock);
