namespace Spoor.Storage.Index;

/// <summary>How far the building of an index has come.</summary>
/// <param name="Step">What is being done: order, transactions, edges.</param>
/// <param name="Done">Transfers of the step that are done.</param>
/// <param name="All">Transfers there are.</param>
public readonly record struct IndexProgress(string Step, long Done, long All);
