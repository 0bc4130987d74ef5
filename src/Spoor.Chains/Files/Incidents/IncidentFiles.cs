namespace Spoor.Chains.Files.Incidents;

/// <summary>The files that the folder of an incident may hold.</summary>
public static class IncidentFiles
{
    public const string Incident = "incident.yaml";
    public const string Wallets = "wallets.csv";
    public const string Totals = "totals.csv";
    public const string Transfers = "transfers.csv";
    public const string Prices = "prices.csv";
    public const string Labels = "labels.yaml";

    /// <summary>In the order in which they are read; only the first two must be there.</summary>
    public static readonly IReadOnlyList<string> Names = [Incident, Wallets, Totals, Transfers, Prices, Labels];
}
