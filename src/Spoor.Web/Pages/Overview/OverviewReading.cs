using System.Globalization;
using Spoor.Incidents.Losses;
using Spoor.Reporting;
using Spoor.Response;
using Spoor.Response.Clock;
using Spoor.Storage;
using Spoor.Storage.Acts;
using Spoor.Valuation;
using Spoor.Web.Alerts;
using Spoor.Web.Pages.Alerts;
using Spoor.Web.Serving;
using Spoor.Workspace;
using Spoor.Workspace.Incidents;

namespace Spoor.Web.Pages.Overview;

/// <summary>Reads what the overview shows, once for all who look at it within a few seconds.</summary>
internal sealed class OverviewReading(Workbench workbench, ServeSettings settings, AlertFeed feed, AlertCases named) : IDisposable
{
    private const int MostFigures = 6;
    private const int MostAlerts = 20;

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _turn = new(1);
    private readonly Dictionary<string, LossLineOfCase> _figures = new(StringComparer.Ordinal);
    private OverviewFacts? _read;

    public void Dispose() => _turn.Dispose();

    /// <exception cref="StorageException">The store refuses.</exception>
    public async Task<OverviewFacts> ReadAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            var now = settings.Clock.GetUtcNow();
            return _read is { } read && now - read.At < Fresh && now >= read.At ? read : _read = await ReadAsync(now, cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<OverviewFacts> ReadAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        IReadOnlyList<CaseOnDesk> cases = [.. workbench.Desk.Incidents.Select(incident => CaseOf(incident, now)).OrderBy(one => one.IsClosed).ThenByDescending(one => one.Last?.At).ThenBy(one => one.Incident, StringComparer.Ordinal)];
        var store = new FileInfo(settings.Folder.StoreFile);
        return new()
        {
            At = now,
            Cases = cases,
            Duties = [.. cases.Where(one => !one.IsClosed).SelectMany(one => one.Due).OrderBy(due => due.Duty.Due).ThenBy(due => due.Incident, StringComparer.Ordinal)],
            Losses = [.. Shown([.. cases.Select(one => one.Incident)], await AlertedAsync(cancellation)).Select(FigureOf)],
            Store = await workbench.Store.StatusAsync(cancellation),
            Changed = store.Exists ? new(new[] { store, new FileInfo(store.FullName + ".wal") }.Where(file => file.Exists).Max(file => file.LastWriteTimeUtc), TimeSpan.Zero) : null,
            IncidentsOfProgram = workbench.Incidents.All.Count(incident => incident.Folder is null),
        };
    }

    private CaseOnDesk CaseOf(string incident, DateTimeOffset now)
    {
        string title = workbench.Incidents.All.FirstOrDefault(known => known.Id == incident)?.Facts.Title ?? "";
        try
        {
            return CaseOnDesk.Of(title, ResponseState.Of(incident, ActFile.Read(workbench.Desk.LogOf(incident)), now));
        }
        catch (Exception failure) when (failure is FormatException or IOException)
        {
            // One log that was tampered with must not hide the deadlines of the others.
            return new(incident, title) { Fault = failure is FormatException ? failure.Message : "Its log cannot be read." };
        }
    }

    private async Task<HashSet<string>> AlertedAsync(CancellationToken cancellation) =>
        [.. (await feed.ReadAsync(cancellation)).All.Take(MostAlerts).SelectMany(named.Of).Where(one => one.IsSameTime).Select(one => one.Incident)];

    // Own cases, those on the desk and those that alerts may belong to; where there are few, the latest that the program knows.
    private IEnumerable<KnownIncident> Shown(HashSet<string> onDesk, HashSet<string> alerted) => workbench.Incidents.All
        .OrderByDescending(incident => incident.Folder is not null || onDesk.Contains(incident.Id) || alerted.Contains(incident.Id))
        .ThenByDescending(incident => incident.Facts.Started.Start).ThenBy(incident => incident.Id, StringComparer.Ordinal).Take(MostFigures);

    private LossLineOfCase FigureOf(KnownIncident incident)
    {
        if (!_figures.TryGetValue(incident.Id, out var figure))
        {
            figure = _figures[incident.Id] = Read(incident);
        }

        return figure;
    }

    private LossLineOfCase Read(KnownIncident incident)
    {
        var folder = LossFolder.Read(incident, workbench.Prices);
        var newest = LossReport.Of(incident.Facts, folder.History, folder.Prices.Book, null, null).Newest;
        var said = new IncidentLine(incident.Facts).LastStated;
        return new(incident.Id, incident.Facts.Victim, incident.Facts.Started.Start, incident.Folder is not null)
        {
            Usd = newest?.Known(LossMeasure.Gross) ?? (said is null ? null : UsdValue.OfDollars(said.Usd)),
            Basis = newest?.Known(LossMeasure.Gross) is not null ? $"estimate of {newest.Estimate.AsOf.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"
                : said is null ? "" : $"said by {said.Who}",
        };
    }
}

/// <summary>What the overview shows, as of a moment.</summary>
public sealed record OverviewFacts
{
    public required DateTimeOffset At { get; init; }

    /// <summary>Cases with a log on the desk, the open ones first.</summary>
    public required IReadOnlyList<CaseOnDesk> Cases { get; init; }

    /// <summary>The one that is overdue longest first.</summary>
    public required IReadOnlyList<(string Incident, Duty Duty)> Duties { get; init; }

    public required IReadOnlyList<LossLineOfCase> Losses { get; init; }

    public required StoreStatus Store { get; init; }

    /// <summary>When the store was last written to; null where there is none.</summary>
    public required DateTimeOffset? Changed { get; init; }

    public required int IncidentsOfProgram { get; init; }
}

/// <summary>How much a case took, by what is known last.</summary>
/// <param name="IsOwn">Whether it lies in the folder that the server was given.</param>
public sealed record LossLineOfCase(string Incident, string Victim, DateTimeOffset Started, bool IsOwn)
{
    /// <summary>Null where nobody put a figure on it.</summary>
    public UsdValue? Usd { get; init; }

    /// <summary>Whose figure it is, and of when.</summary>
    public string Basis { get; init; } = "";
}
