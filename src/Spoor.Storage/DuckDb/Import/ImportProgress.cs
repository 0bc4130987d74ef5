namespace Spoor.Storage.DuckDb.Import;

/// <summary>How far an import is.</summary>
/// <param name="Step">What is being done.</param>
/// <param name="Rows">Rows read so far, as the engine counts them.</param>
/// <param name="Fraction">Of the reading, 0 to 1.</param>
public readonly record struct ImportProgress(ImportStep Step, long Rows, double Fraction);

/// <summary>The steps of an import.</summary>
public enum ImportStep
{
    Reading,
    Comparing,
    Writing,
}
