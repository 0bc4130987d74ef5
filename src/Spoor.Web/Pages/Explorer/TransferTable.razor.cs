using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web.Virtualization;
using Spoor.Transfers;
using Spoor.Web.Api;
using Spoor.Workspace;
using Spoor.Workspace.Addresses;

namespace Spoor.Web.Pages.Explorer;

/// <summary>A list of any length: only what is in view is read and drawn.</summary>
public sealed partial class TransferTable
{
    private const int MostAtOnce = 200;

    private readonly Dictionary<Address, string?> _names = [];
    private Virtualize<TransferRow>? _list;
    private (AddressTransfers, bool) _shown;

    [Parameter, EditorRequired]
    public AddressTransfers Transfers { get; set; } = null!;

    [Parameter]
    public bool IsNewestFirst { get; set; }

    /// <summary>The same page the other way round.</summary>
    [Parameter, EditorRequired]
    public string OrderUrl { get; set; } = "";

    [Inject]
    private Workbench Workbench { get; set; } = null!;

    protected override async Task OnParametersSetAsync()
    {
        bool isOther = _list is not null && _shown != (Transfers, IsNewestFirst);
        _shown = (Transfers, IsNewestFirst);
        if (isOther)
        {
            await _list!.RefreshDataAsync();
        }
    }

    private async ValueTask<ItemsProviderResult<TransferRow>> ReadAsync(ItemsProviderRequest request)
    {
        var page = await Transfers.PageAsync(request.StartIndex, Math.Min(request.Count, MostAtOnce), IsNewestFirst, request.CancellationToken);
        await NameAsync([.. page.Select(OtherOf).OfType<Address>().Distinct()], request.CancellationToken);
        var rows = page.Select((transfer, place) => new TransferRow(
            request.StartIndex + place, transfer, OtherOf(transfer), OtherOf(transfer) is { } other ? _names[other] : null,
            transfer.To == Transfers.Address, transfer.From == transfer.To));
        return new([.. rows], (int)Math.Min(Transfers.Count, int.MaxValue));
    }

    private async Task NameAsync(IReadOnlyList<Address> addresses, CancellationToken cancellation)
    {
        foreach (var address in addresses.Where(address => !_names.ContainsKey(address)))
        {
            _names[address] = (await AddressLabels.OfAsync(Workbench, address, cancellation)).Select(one => one.Label.Name).FirstOrDefault();
        }
    }

    private Address? OtherOf(Transfer transfer) => transfer.To == Transfers.Address ? transfer.From : transfer.To;
}

/// <summary>A transfer as one side of it sees it.</summary>
internal sealed record TransferRow(int Number, Transfer Transfer, Address? Other, string? Name, bool IsIn, bool IsSelf);
