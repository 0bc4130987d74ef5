using Spoor.Reporting.Cases;
using Spoor.Web.Serving;
using Spoor.Workspace;
using Spoor.Workspace.Incidents;

namespace Spoor.Web.Cases;

/// <summary>The findings of the cases that were asked for last: reports and every tab of a page are drawn from one computation.</summary>
public sealed class CaseShelf(Workbench workbench, HeavyWork heavy)
{
    // Each holds a trace; a person works on few cases at once.
    private const int MaxKept = 6;

    private readonly Lock _gate = new();
    private readonly LinkedList<((string Incident, DateOnly? AsOf) Key, long Forgotten, CaseFindings Findings)> _kept = [];

    /// <summary>What is known of a case as of a day.</summary>
    /// <param name="asOf">Only what was published and learned by the end of this day; null for all.</param>
    /// <exception cref="RefusalException">Too many wait already.</exception>
    /// <exception cref="FormatException">A file of the incident is not as described.</exception>
    public async Task<CaseFindings> FindingsAsync(KnownIncident incident, DateOnly? asOf, CancellationToken cancellation) =>
        Kept((incident.Id, asOf)) ?? await heavy.TurnAsync(async token => Kept((incident.Id, asOf)) ?? await FindAsync(incident, asOf, token), cancellation);

    private async Task<CaseFindings> FindAsync(KnownIncident incident, DateOnly? asOf, CancellationToken cancellation)
    {
        long forgotten = heavy.Forgotten;
        var material = await workbench.MaterialAsync(incident, asOf, cancellation);
        var findings = await CaseFindings.OfAsync(material.Inputs(workbench.Incidents, incident, new() { AsOf = asOf }), null, cancellation);
        lock (_gate)
        {
            _kept.AddFirst(((incident.Id, asOf), forgotten, findings));
            while (_kept.Count > MaxKept)
            {
                _kept.RemoveLast();
            }
        }

        return findings;
    }

    private CaseFindings? Kept((string Incident, DateOnly? AsOf) key)
    {
        lock (_gate)
        {
            for (var node = _kept.First; node is not null; node = node.Next)
            {
                if (node.Value.Key == key && node.Value.Forgotten == heavy.Forgotten)
                {
                    _kept.Remove(node);
                    _kept.AddFirst(node);
                    return node.Value.Findings;
                }
            }
        }

        return null;
    }
}
