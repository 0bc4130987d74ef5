namespace Spoor.Storage.Index;

/// <summary>An index as it lies in a data folder.</summary>
/// <param name="Generation">1 for the first of the folder, one more for each that replaced it.</param>
/// <param name="Indexed">Transfers of the log that it covers.</param>
/// <param name="Tail">Later transfers, which are read from the log.</param>
public sealed record IndexReport(string File, long Generation, long Bytes, long Indexed, long Tail, IReadOnlyList<IndexedChain> Chains);

/// <summary>One chain of an index.</summary>
public sealed record IndexedChain(string Chain, long Transfers, long Addresses);
