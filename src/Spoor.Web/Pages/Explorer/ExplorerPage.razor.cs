using Microsoft.AspNetCore.Components;
using Spoor.Storage;
using Spoor.Web.Serving;
using Spoor.Workspace;
using Spoor.Workspace.Lookups;

namespace Spoor.Web.Pages.Explorer;

/// <summary>One box for everything that can be looked up.</summary>
public sealed partial class ExplorerPage
{
    private string _text = "";
    private string? _asked;
    private LookupAnswer? _answer;
    private Exception? _failure;

    [SupplyParameterFromQuery(Name = "q")]
    private string? Text { get; set; }

    [SupplyParameterFromQuery]
    private string? Chain { get; set; }

    /// <summary>summary, transfers, counterparties or screening.</summary>
    [SupplyParameterFromQuery]
    private string? Tab { get; set; }

    /// <summary>new for the newest transfers first.</summary>
    [SupplyParameterFromQuery]
    private string? Order { get; set; }

    [Inject]
    private Workbench Workbench { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private LookupMatch.OfTransaction? ShownTransaction => _answer?.Only as LookupMatch.OfTransaction
        ?? _answer?.Matches.OfType<LookupMatch.OfTransaction>().FirstOrDefault(match => match.Chain.Value == Chain);

    protected override async Task OnParametersSetAsync()
    {
        if (_asked == Text)
        {
            return;
        }

        (_asked, _text, _answer, _failure) = (Text, Text ?? "", null, null);
        if (string.IsNullOrWhiteSpace(Text))
        {
            return;
        }

        string asked = Text;
        try
        {
            var answer = await Lookup.FindAsync(Workbench, asked, CancellationToken.None);
            _answer = _asked == asked ? answer : _answer;
        }
        catch (Exception failure) when (failure is FormatException or StorageException or RefusalException)
        {
            _failure = failure;
        }
    }

    private void Search() => Navigation.NavigateTo($"/explorer?q={Uri.EscapeDataString(_text.Trim())}");
}
