using System.Text;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using Spoor.Response.Suspensions;
using Spoor.Storage;
using Spoor.Transfers;
using Spoor.Web.Accounts;
using Spoor.Web.Api;
using Spoor.Web.Cases;
using Spoor.Web.Jobs;
using Spoor.Web.Serving;

namespace Spoor.Web.Pages.Suspensions;

/// <summary>The dialog in which a responder lets the exchange suspend or open something, from wherever: asked, shown as it will be sent, confirmed, then what came of it.</summary>
public sealed partial class SuspendDialog
{
    private static readonly DialogOptions Options = new() { MaxWidth = MaxWidth.Small, FullWidth = true, CloseOnEscapeKey = true, BackdropClick = false };

    private readonly List<(Job Job, SuspensionRequest Request)> _asked = [];
    private SuspensionWish _wish;
    private bool _deposits;
    private bool _withdrawals;
    private string _incident = "";
    private string _asset = "";
    private string _chain = "";
    private string _why = "";
    private string _override = "";
    private IReadOnlyList<string> _messages = [];
    private IReadOnlyList<string> _open = [];
    private Exception? _failure;

    [Parameter, EditorRequired]
    public SuspensionQuestion Question { get; set; } = null!;

    /// <summary>Told once the wish is on its way.</summary>
    [Parameter]
    public EventCallback Started { get; set; }

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    [Inject]
    private Visitor Visitor { get; set; } = null!;

    [Inject]
    private ResponseActs Acts { get; set; } = null!;

    private bool IsResume => _wish == SuspensionWish.Resume;

    private string ChainName => ChainRegistry.TryFind(_chain.Trim(), out var known) ? known.Name : _chain.Trim();

    private IEnumerable<ServiceDirection> Directions =>
        Enum.GetValues<ServiceDirection>().Where(direction => direction == ServiceDirection.Deposits ? _deposits : _withdrawals);

    private List<NewSuspension> Orders =>
        [.. Directions.Select(direction => new NewSuspension(_wish.Word(), _asset.Trim(), _chain.Trim(), direction.Word(), _why.Trim(), Override: _override.Trim()))];

    /// <summary>Opens the dialog over a page.</summary>
    public static Task ShowAsync(IDialogService dialogs, SuspensionQuestion question, EventCallback started = default) => dialogs.ShowAsync<SuspendDialog>(
        "Suspend or open",
        new DialogParameters<SuspendDialog> { { dialog => dialog.Question, question }, { dialog => dialog.Started, started } },
        Options);

    protected override void OnInitialized()
    {
        _incident = Question.Incident ?? (Question.Incidents.Count > 0 ? Question.Incidents[0] : "");
        (_wish, _asset, _chain, _why) = (Question.Wish, Question.Asset, Question.Chain, Question.Why);
        (_deposits, _withdrawals) = (Question.Directions.Contains(ServiceDirection.Deposits), Question.Directions.Contains(ServiceDirection.Withdrawals));
    }

    // What cannot be asked is said before anybody confirms it.
    private Task ReviewAsync() => TryAsync(caller =>
    {
        var orders = Orders;
        _ = orders.Count > 0 ? orders : throw new FormatException("Choose deposits, withdrawals, or both.");
        _ = _incident.Length > 0 ? _incident : throw new FormatException("Choose the incident whose log is to hold it.");
        _ = _why.Trim().Length > 0 ? _why : throw new FormatException("Say why; the log keeps it.");
        _messages = [.. orders.Select(order => Encoding.UTF8.GetString(Acts.Preview(caller, _incident, order).ToOrder()))];
        var list = ResumeChecklist.Of(Acts.LogOf(_incident), _asset.Trim());
        _open = IsResume ? [.. list.Items.Where(item => item.Done is null).Select(item => item.Meaning)] : [];
        return Task.CompletedTask;
    });

    // All are looked at before the first is asked; where a later one is refused, those that were asked are told of all the same.
    private Task PlaceAsync() => TryAsync(async caller =>
    {
        var orders = Orders.Select(order => (Order: order, Request: Acts.Preview(caller, _incident, order))).ToList();
        try
        {
            orders.ForEach(one => _asked.Add((Acts.Suspend(caller, _incident, one.Order), one.Request)));
        }
        finally
        {
            await Started.InvokeAsync();
        }
    });

    private async Task TryAsync(Func<Caller, Task> act)
    {
        _failure = null;
        try
        {
            await act(await Visitor.AtLeastAsync(Role.Responder));
        }
        catch (Exception failure) when (failure is RefusalException or IOException or StorageException or FormatException)
        {
            _failure = failure;
        }
    }

    private void Close() => Dialog.Close();
}
