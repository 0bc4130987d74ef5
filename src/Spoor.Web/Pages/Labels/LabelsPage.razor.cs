using System.Globalization;
using Microsoft.AspNetCore.Components;
using Spoor.Storage;
using Spoor.Web.Serving;
using Spoor.Workspace;
using Spoor.Workspace.Labels;

namespace Spoor.Web.Pages.Labels;

/// <summary>Search among labels, as of any day.</summary>
public sealed partial class LabelsPage
{
    private const int PageSize = 50;
    private const int Most = 2_000;

    private string _text = "";
    private DateOnly? _day;
    private (string?, string?) _asked;
    private int _limit = PageSize;
    private LabelAnswer? _answer;
    private Exception? _failure;

    [SupplyParameterFromQuery(Name = "q")]
    private string? Text { get; set; }

    [SupplyParameterFromQuery]
    private string? AsOf { get; set; }

    [SupplyParameterFromQuery]
    private string? Tab { get; set; }

    [Inject]
    private Workbench Workbench { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    protected override async Task OnParametersSetAsync()
    {
        if (_asked == (Text, AsOf))
        {
            return;
        }

        (_asked, _text, _limit, _answer) = ((Text, AsOf), Text ?? "", PageSize, null);
        await AskAsync();
    }

    private async Task AskAsync()
    {
        try
        {
            _failure = null;
            _day = Asked.Day(string.IsNullOrEmpty(AsOf) ? null : AsOf, "asOf");
            _answer = string.IsNullOrWhiteSpace(Text) ? null
                : await new LabelQuestion(Text.Trim(), null, _day, new LabelPaging(_limit, 0)).AskAsync(Workbench.Labels, CancellationToken.None);
        }
        catch (Exception failure) when (failure is FormatException or RefusalException or StorageException)
        {
            _failure = failure;
        }
    }

    private async Task MoreAsync()
    {
        _limit = Math.Min(_limit * 2, Most);
        await AskAsync();
    }

    private void Search()
    {
        string day = _day is { } known ? $"&asOf={known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : "";
        Navigation.NavigateTo($"/labels?q={Uri.EscapeDataString(_text.Trim())}{day}");
    }
}
