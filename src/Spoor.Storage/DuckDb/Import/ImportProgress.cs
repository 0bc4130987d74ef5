namespace Spoor.Storage.DuckDb.Import;

/// <summary>How far an import is.</summary>
/// <param name="Rows">Rows of the file; 0 until all are read.</param>
/// <param name="Fraction">Of the step, 0 to 1, as far as the engine can tell.</param>
public readonly record struct ImportProgress(ImportStep Step, long Rows, double Fraction);

/// <summary>The steps of an import that take time.</summary>
public enum ImportStep
{
    /// <summary>Parsing, checking and converting.</summary>
    Reading,

    /// <summary>Comparing with the store, and writing.</summary>
    Storing,
}
