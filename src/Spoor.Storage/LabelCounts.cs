namespace Spoor.Storage;

/// <summary>How much of labels a store holds.</summary>
/// <param name="Subjects">Addresses and transactions that have a label.</param>
/// <param name="Retracted">Labels that were retracted at some day.</param>
public sealed record LabelCounts(long Labels, long Subjects, long Sources, long Actors, long Retracted);
