namespace Spoor.Storage.DuckDb.Import;

/// <summary>A row of a text file with where it begins: its values in the order of a mapping's columns, or why it has none.</summary>
internal readonly record struct FileLine(long Line, string Raw, IReadOnlyList<string?> Values, ImportFault? Fault);
