using Spoor.Chains.Files;
using Spoor.Chains.Files.Losses;
using Spoor.Incidents.Losses;
using Spoor.Reporting;
using Spoor.Valuation;

namespace Spoor.Workspace.Incidents;

/// <summary>What an incident's folder says of its loss: estimates, prices, balances.</summary>
public sealed record LossFolder
{
    private const string PricesName = "prices.csv";

    /// <summary>Null where the folder has no estimates.</summary>
    public required LossHistory? History { get; init; }

    public required PriceBook Prices { get; init; }

    public required IReadOnlyList<CitedFile> PriceFiles { get; init; }

    /// <summary>Rows of the price files that were left out because their price is 0.</summary>
    public required int ZeroPrices { get; init; }

    /// <param name="priceFiles">Take the place of the folder's own prices; of two that differ, the first named is used.</param>
    /// <exception cref="FormatException">A file is not as described.</exception>
    public static LossFolder Read(KnownIncident incident, IReadOnlyList<string> priceFiles)
    {
        InputFile?[] files = priceFiles.Count > 0 ? [.. priceFiles.Select(InputFile.Read)] : [incident.Input(PricesName)];
        var given = files.OfType<InputFile>().ToList();
        var read = given.Select(PriceFile.Read).ToList();
        return new()
        {
            History = HistoryOf(incident),
            Prices = new(read.SelectMany(file => file.Prices), PriceSymbols.Builtin),
            PriceFiles = [.. given.Select(file => new CitedFile(file.Name, file.Sha256))],
            ZeroPrices = read.Sum(file => file.Zeros),
        };
    }

    private static LossHistory? HistoryOf(KnownIncident incident)
    {
        using var estimates = incident.OpenText(LossFile.Estimates);
        using var rows = incident.OpenText(LossFile.Rows);
        if (estimates is null || rows is null)
        {
            return estimates is null && rows is null
                ? null
                : throw new FormatException($"The incident {incident.Id} has only one of {LossFile.Estimates} and {LossFile.Rows}; it needs both, or neither.");
        }

        return LossFile.Read(estimates, rows, incident.Facts.Sources.Select(source => source.Key).ToHashSet(StringComparer.Ordinal));
    }
}
