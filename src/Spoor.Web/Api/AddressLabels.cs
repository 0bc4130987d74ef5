using Spoor.Labels;
using Spoor.Transfers;
using Spoor.Workspace;

namespace Spoor.Web.Api;

/// <summary>What the store and the incidents say addresses are, retracted labels left out.</summary>
internal static class AddressLabels
{
    /// <summary>Of one address, on whatever chain; those of the store first.</summary>
    public static async Task<IReadOnlyList<RecordedLabel>> OfAsync(Workbench workbench, Address address, CancellationToken cancellation)
    {
        var held = await workbench.Labels.FindAsync(address, cancellation);
        var published = workbench.Incidents.All.SelectMany(incident => incident.Facts.Labels).Where(label => label.Address == address);
        return [.. held.RecordedAt(null).Concat(published.Select(label => new RecordedLabel(LabelIdentity.Of(label), label))).DistinctBy(one => one.Id)];
    }

    /// <summary>Of several.</summary>
    public static async Task<IReadOnlyDictionary<Address, IReadOnlyList<RecordedLabel>>> OfAsync(Workbench workbench, IReadOnlyList<Address> addresses, CancellationToken cancellation)
    {
        var labels = new Dictionary<Address, IReadOnlyList<RecordedLabel>>();
        foreach (var address in addresses.Distinct())
        {
            labels[address] = await OfAsync(workbench, address, cancellation);
        }

        return labels;
    }
}
