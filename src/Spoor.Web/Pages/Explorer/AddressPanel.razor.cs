using Microsoft.AspNetCore.Components;
using Spoor.Reporting;
using Spoor.Storage;
using Spoor.Transfers;
using Spoor.Web.Api;
using Spoor.Web.Pages.Elements;
using Spoor.Workspace;
using Spoor.Workspace.Addresses;

namespace Spoor.Web.Pages.Explorer;

/// <summary>One address: read once, shown in parts.</summary>
public sealed partial class AddressPanel
{
    private AddressTransfers? _transfers;
    private AddressView? _view;
    private Exception? _failure;

    [Parameter, EditorRequired]
    public ChainId Chain { get; set; }

    [Parameter, EditorRequired]
    public Address Address { get; set; }

    [Parameter]
    public string Tab { get; set; } = "summary";

    [Parameter]
    public bool IsNewestFirst { get; set; }

    [Inject]
    private Workbench Workbench { get; set; } = null!;

    private IReadOnlyList<(string Key, string Text)> Tabs =>
    [
        ("summary", "Summary"),
        ("transfers", $"Transfers ({NumberText.Of(_transfers!.Count)})"),
        ("counterparties", _view is { } view ? $"Counterparties ({NumberText.Of(view.Counterparties)})" : "Counterparties"),
        ("screening", "Screening"),
    ];

    protected override async Task OnInitializedAsync()
    {
        try
        {
            var transfers = await AddressTransfers.OpenAsync(Workbench, Chain, Address, CancellationToken.None);
            _view = await AddressView.OfAsync(Workbench, transfers.Past ?? new(Chain, Address, []), CancellationToken.None);
            _transfers = transfers;
        }
        catch (StorageException failure)
        {
            _failure = failure;
        }
    }

    private string UrlOf(string tab) => AccountLinks.To(Chain, Address) + (tab == "summary" ? "" : $"&tab={tab}");
}
