using Spoor.Attribution;
using Spoor.Incidents;
using Spoor.Web.Alerts;
using Spoor.Workspace;

namespace Spoor.Web.Pages.Alerts;

/// <summary>Which known cases an alert may belong to.</summary>
internal sealed class AlertCases(Workbench workbench)
{
    private const int Most = 3;

    // Theft and alert lie hours apart; a case of another year that names the same address is another case.
    private static readonly TimeSpan Near = TimeSpan.FromDays(3);

    /// <summary>Cases that name an address that the alert's money went to: those of the same days first, then those that name it as the thief's.</summary>
    public IReadOnlyList<(string Incident, bool IsSameTime)> Of(ToldAlert alert) =>
    [
        .. alert.Block.SelectMany(account => workbench.Touched.By(account.Address))
            .Where(named => named.Wallet.Role.SideOf() != MemberSide.Service)
            .GroupBy(named => named.Incident)
            .Select(named => (Incident: named.Key, IsSameTime: IsNear(named.Key, alert), Thief: named.Any(one => one.Wallet.Role.SideOf() == MemberSide.Thief)))
            .OrderByDescending(named => named.IsSameTime).ThenByDescending(named => named.Thief).ThenBy(named => named.Incident, StringComparer.Ordinal)
            .Take(Most).Select(named => (named.Incident, named.IsSameTime)),
    ];

    private bool IsNear(string incident, ToldAlert alert) =>
        workbench.Incidents.All.FirstOrDefault(known => known.Id == incident) is { } known && (known.Facts.Started.Start - alert.Began).Duration() <= Near;
}
