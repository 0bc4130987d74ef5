using Spoor.Chains.Files.Losses;
using Spoor.Incidents.Losses;

namespace Spoor.Workspace.Incidents;

/// <summary>What an incident's folder says of its loss: estimates and prices.</summary>
public sealed record LossFolder
{
    private const string PricesName = "prices.csv";

    /// <summary>Null where the folder has no estimates.</summary>
    public required LossHistory? History { get; init; }

    public required LossPrices Prices { get; init; }

    /// <param name="given">Take the place of the folder's own prices; null for those.</param>
    /// <exception cref="FormatException">A file is not as described.</exception>
    public static LossFolder Read(KnownIncident incident, LossPrices? given) => new()
    {
        History = HistoryOf(incident),
        Prices = given ?? LossPrices.Read(incident.Input(PricesName) is { } own ? [own] : []),
    };

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
