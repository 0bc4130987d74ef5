using Spoor.Incidents.Losses;
using Spoor.Transfers;
using Spoor.Workspace.Cases;

namespace Spoor.Workspace.Incidents;

/// <summary>How much an incident took, by its folder and by transfers.</summary>
public static class LossReading
{
    /// <param name="transfers">Where they are, and what they are called where a figure names its source.</param>
    /// <param name="day">The last day that counts; null for all.</param>
    /// <exception cref="FormatException">A file of the incident is not as described.</exception>
    public static async Task<LossReport> ReportAsync(
        KnownIncident incident, LossFolder folder, (ITransferStore Store, string Source) transfers, DateOnly? day, CancellationToken cancellation)
    {
        var found = await TransferReading.OfAsync(incident.Facts, transfers.Store, transfers.Source, CaseReading.BalancesOf(incident), day, cancellation);
        return LossReport.Of(incident.Facts, folder.History, folder.Prices.Book, found.Estimate, day) with
        {
            Window = found.Window,
            Uncapped = found.Uncapped,
            ZeroPrices = folder.Prices.Zeros,
        };
    }
}
