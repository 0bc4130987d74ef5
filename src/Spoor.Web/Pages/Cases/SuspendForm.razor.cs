using System.Text;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using Spoor.Response.Suspensions;
using Spoor.Web.Accounts;
using Spoor.Web.Api;
using Spoor.Web.Cases;
using Spoor.Web.Serving;

namespace Spoor.Web.Pages.Cases;

/// <summary>What a responder asks of the exchange, and the dialog that shows it before it goes out.</summary>
public sealed partial class SuspendForm
{
    private readonly DialogOptions _options = new() { MaxWidth = MaxWidth.Medium, FullWidth = true, CloseOnEscapeKey = true, BackdropClick = false };
    private string _asset = "";
    private string _chain = "";
    private string _why = "";
    private string _override = "";
    private bool _deposits = true;
    private bool _withdrawals = true;
    private bool _open;
    private bool _isResume;
    private NewSuspension? _seen;
    private IReadOnlyList<NewSuspension> _orders = [];
    private IReadOnlyList<string> _messages = [];
    private IReadOnlyList<string> _openItems = [];
    private IReadOnlyList<string> _assets = [];
    private IReadOnlyList<string> _chains = [];
    private Exception? _failure;

    [Parameter, EditorRequired]
    public OpenCase Case { get; set; } = null!;

    [Parameter, EditorRequired]
    public Caller Caller { get; set; } = null!;

    /// <summary>What was asked for elsewhere on the page; the dialog opens for it.</summary>
    [Parameter]
    public NewSuspension? Wanted { get; set; }

    [Parameter]
    public EventCallback Started { get; set; }

    [Inject]
    private ResponseActs Acts { get; set; } = null!;

    [Inject]
    private Visitor Visitor { get; set; } = null!;

    protected override void OnParametersSet()
    {
        var rows = Case.Findings.Loss.Newest?.Rows.Select(row => row.Row.Asset).ToList() ?? [];
        _assets = [.. rows.Where(asset => asset.IsNamed).Select(asset => asset.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        _chains = [.. Case.Findings.Facts.Wallets.Select(wallet => wallet.Chain).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        // The same may be wanted again, so that equal is not the same.
        if (Wanted is not null && !ReferenceEquals(Wanted, _seen))
        {
            _seen = Wanted;
            (_asset, _chain, _isResume, _why, _override) = (Wanted.Asset, Wanted.Chain, Wanted.Want == SuspensionWish.Resume.Word(), "", "");
            Show([Wanted with { Why = _why }]);
        }
    }

    private void Review()
    {
        _isResume = false;
        string[] directions = [.. _deposits ? ["deposits"] : Array.Empty<string>(), .. _withdrawals ? ["withdrawals"] : Array.Empty<string>()];
        Show([.. directions.Select(direction => new NewSuspension(SuspensionWish.Suspend.Word(), _asset.Trim(), _chain.Trim(), direction, _why.Trim()))]);
    }

    private void Show(IReadOnlyList<NewSuspension> orders)
    {
        _failure = null;
        try
        {
            _orders = orders.Count > 0 ? orders : throw new FormatException("Choose deposits, withdrawals, or both.");
            _messages = MessagesOf(orders);
            _openItems = _isResume
                ? [.. Acts.StateOf(Case.Incident.Id).Checklists.Where(list => list.Asset == _asset).SelectMany(list => list.Items).Where(item => item.Done is null).Select(item => item.Meaning)]
                : [];
            _open = true;
        }
        catch (Exception refusal) when (refusal is RefusalException or FormatException)
        {
            _failure = refusal;
        }
    }

    private List<string> MessagesOf(IReadOnlyList<NewSuspension> orders) =>
        [.. orders.Select(order => Encoding.UTF8.GetString(ResponseActs.Preview(Caller, Case.Incident.Id, order).ToOrder()))];

    private void ChangeWhy(ChangeEventArgs change)
    {
        _why = change.Value as string ?? "";
        _orders = [.. _orders.Select(order => order with { Why = _why })];
        _messages = MessagesOf(_orders);
    }

    private async Task ConfirmAsync()
    {
        _failure = null;
        try
        {
            var caller = await Visitor.AtLeastAsync(Role.Responder);
            string? reason = string.IsNullOrWhiteSpace(_override) ? null : _override.Trim();
            foreach (var order in _orders)
            {
                Acts.Suspend(caller, Case.Incident.Id, order with { Override = reason });
            }

            (_open, _why) = (false, "");
            await Started.InvokeAsync();
        }
        catch (RefusalException refusal)
        {
            _failure = refusal;
        }
    }
}
