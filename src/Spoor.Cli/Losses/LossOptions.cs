using System.CommandLine;
using Spoor.Chains.Files.Incidents;
using Spoor.Cli.Commands;
using Spoor.Cli.Incidents;
using Spoor.Cli.Output;
using Spoor.Incidents.Losses;
using Spoor.Reporting;
using Spoor.Storage;
using Spoor.Workspace.Cases;
using Spoor.Workspace.Incidents;
using Spoor.Workspace.Transfers;

namespace Spoor.Cli.Losses;

/// <summary>What is asked about a loss: of which incident, as of when, at which prices.</summary>
internal sealed class LossOptions
{
    private readonly Argument<string> _incident = new("INCIDENT") { Description = "An incident of the program, or the folder of one." };
    private readonly DayOption _asOf = DayOption.Create("--as-of", "Leave out what was not yet there at the end of this day.");
    private readonly Option<string[]> _prices = new("--prices") { Description = "Prices instead of the folder's own; of two that differ, the first named is used.", HelpName = "FILE" };
    private readonly Option<string?> _data = new("--data") { Description = "Count from the transfers of this data folder, too [default: the incident's own transfers.csv].", HelpName = "DIR" };
    private readonly Option<string?> _incidents = IncidentsOption.Create();

    public static LossOptions On(Command command)
    {
        var options = new LossOptions();
        command.Arguments.Add(options._incident);
        Array.ForEach<Option>([options._asOf, options._prices, options._data, options._incidents], command.Options.Add);
        return options;
    }

    /// <summary>The answer, and the files its prices come from.</summary>
    public async Task<(LossReport Report, IReadOnlyList<CitedFile> PriceFiles)> ReportAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var known = _incidents.OpenIncidents(parsed, terminal).Find(parsed.GetValue(_incident)!);
        var folder = LossFolder.Read(known, LossPrices.OfFiles([.. (parsed.GetValue(_prices) ?? []).Select(terminal.PathOf)]));
        var day = _asOf.DayOf(parsed);
        string? store = parsed.GetValue(_data) is { } named ? terminal.PathOf(named) : null;
        return (await ReportAsync(known, folder, store, day, cancellation), folder.Prices.Files);
    }

    // From the transfers of a data folder, else from the incident's own.
    private static async Task<LossReport> ReportAsync(KnownIncident incident, LossFolder losses, string? folder, DateOnly? day, CancellationToken cancellation)
    {
        if (folder is null)
        {
            return await LossReading.ReportAsync(incident, losses, (await OwnTransfers.ReadAsync(incident, cancellation), IncidentFiles.Transfers), day, cancellation);
        }

        using var store = StoreReading.OpenExisting(DataFolder.At(folder));
        return await LossReading.ReportAsync(incident, losses, (store, CaseReading.StoreName), day, cancellation);
    }
}
