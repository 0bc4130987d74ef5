using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Spoor.Incidents.Ledger;
using Spoor.Reporting;
using Spoor.Storage;
using Spoor.Web.Accounts;
using Spoor.Workspace;
using Spoor.Workspace.Ledger;

namespace Spoor.Web.Pages.Ledger;

/// <summary>Tallies of losses: by month, category, actor or chain, over ledgers that are named.</summary>
public sealed partial class LedgerPage
{
    private TallyAnswer? _answer;
    private Exception? _failure;
    private IReadOnlyList<int> _years = [];

    [SupplyParameterFromQuery(Name = "year")]
    private string? YearText { get; set; }

    [SupplyParameterFromQuery]
    private string? Scope { get; set; }

    [SupplyParameterFromQuery]
    private string? By { get; set; }

    /// <summary>The line whose incidents are shown.</summary>
    [SupplyParameterFromQuery]
    private string? Key { get; set; }

    [Inject]
    private Workbench Workbench { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    [Inject]
    private Visitor Visitor { get; set; } = null!;

    [Inject]
    private AuditLog Audit { get; set; } = null!;

    private string ScopeShown => Scope ?? "merged";

    private string YearShown => _answer?.Tally.Request.Period.First.Year.ToString(CultureInfo.InvariantCulture) ?? YearText ?? "";

    protected override async Task OnParametersSetAsync()
    {
        try
        {
            var ledger = _answer?.Ledger ?? await OpenedLedger.ReadAsync(Workbench.Ledger, CancellationToken.None);
            _years = [.. ledger.Content.Entries.Select(entry => entry.Date.First.Year).Distinct().OrderDescending()];
            int year = YearText is null ? _years.FirstOrDefault(DateTime.UnixEpoch.Year)
                : int.TryParse(YearText, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
            var by = Enum.GetValues<TallyBy>().FirstOrDefault(one => one.ToString().Equals(By, StringComparison.OrdinalIgnoreCase));
            _answer = TallyAnswer.Of(ledger, (year, null), by, ScopeShown);
            _failure = null;
        }
        catch (Exception failure) when (failure is FormatException or StorageException)
        {
            _failure = failure;
        }
    }

    private string UrlOf(TallyBy by) => UrlOf(YearShown, ScopeShown, by);

    private string UrlOfKey(string key) => $"{UrlOf(_answer!.Tally.Request.By)}&key={Uri.EscapeDataString(key)}#entries";

    private void Go(object? year = null, object? scope = null) =>
        Navigation.NavigateTo(UrlOf(year?.ToString() ?? YearShown, scope?.ToString() ?? ScopeShown, _answer!.Tally.Request.By));

    private static string UrlOf(string year, string scope, TallyBy by) =>
        $"/ledger?year={Uri.EscapeDataString(year)}&scope={Uri.EscapeDataString(scope)}&by={by.ToString().ToLowerInvariant()}";

    private async Task SaveFigureAsync() => await SaveAsync("svg", "image/svg+xml", LedgerTallySvg.Of(_answer!.Tally));

    private async Task SaveTableAsync()
    {
        await using var text = new StringWriter(CultureInfo.InvariantCulture);
        LedgerTallyCsv.Write(_answer!.Tally, text);
        await SaveAsync("csv", "text/csv", text.ToString());
    }

    private async Task SaveAsync(string form, string type, string text)
    {
        string by = _answer!.Tally.Request.By.ToString().ToLowerInvariant();
        Audit.Write(await Visitor.AtLeastAsync(Role.Viewer), "ledger.exported", new() { ["year"] = YearShown, ["by"] = by, ["scope"] = ScopeShown, ["form"] = form });
        await Script.InvokeVoidAsync("spoor.save", $"ledger-{YearShown}-{by}.{form}", type, text);
    }
}
