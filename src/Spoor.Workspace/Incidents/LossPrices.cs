using Spoor.Chains.Files;
using Spoor.Chains.Files.Losses;
using Spoor.Reporting;
using Spoor.Valuation;

namespace Spoor.Workspace.Incidents;

/// <summary>The prices of files, and which files they are.</summary>
/// <param name="Zeros">Rows that were left out because their price is 0.</param>
public sealed record LossPrices(PriceBook Book, IReadOnlyList<CitedFile> Files, int Zeros)
{
    /// <param name="files">In order of preference: of two that differ, the first named is used.</param>
    /// <returns>Null where there are no files.</returns>
    /// <exception cref="FormatException">A file is not as described.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static LossPrices? OfFiles(IReadOnlyList<string> files) => files.Count == 0 ? null : Read([.. files.Select(InputFile.Read)]);

    /// <exception cref="FormatException">A file is not as described.</exception>
    public static LossPrices Read(IReadOnlyList<InputFile> files)
    {
        var read = files.Select(PriceFile.Read).ToList();
        return new(
            new(read.SelectMany(file => file.Prices), PriceSymbols.Builtin), [.. files.Select(file => new CitedFile(file.Name, file.Sha256))], read.Sum(file => file.Zeros));
    }
}
