using Spoor.Incidents;
using Spoor.Labels;
using Spoor.Transfers;
using Spoor.Workspace;
using Spoor.Workspace.Addresses;

namespace Spoor.Web.Api;

/// <summary>All that is known of an address at a glance.</summary>
/// <param name="Elsewhere">The same key on other chains that the store holds: what it did there.</param>
internal sealed record AddressView(
    AddressPast Past,
    long Counterparties,
    IReadOnlyList<RecordedLabel> Labels,
    IReadOnlyList<(ChainId Chain, Activity Activity)> Elsewhere,
    IReadOnlyList<(string Incident, IncidentWallet Wallet)> Incidents)
{
    public static async Task<AddressView> OfAsync(Workbench workbench, AddressPast past, CancellationToken cancellation)
    {
        var store = await workbench.TransfersAsync(cancellation);
        var here = await store.ActivityOfAsync(past.Chain, [past.Address], cancellation);
        var elsewhere = new List<(ChainId, Activity)>();
        foreach (var head in (await store.HeadsAsync(cancellation)).Where(head => head.Chain != past.Chain))
        {
            if ((await store.ActivityOfAsync(head.Chain, [past.Address], cancellation)).TryGetValue(past.Address, out var activity))
            {
                elsewhere.Add((head.Chain, activity));
            }
        }

        return new(
            past,
            here.TryGetValue(past.Address, out var own) ? own.Counterparties : 0,
            await AddressLabels.OfAsync(workbench, past.Address, cancellation),
            elsewhere,
            workbench.Touched.By(past.Address));
    }
}
