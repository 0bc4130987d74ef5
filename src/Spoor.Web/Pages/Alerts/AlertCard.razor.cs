using Microsoft.AspNetCore.Components;
using MudBlazor;
using Spoor.Response.Watching;
using Spoor.Storage;
using Spoor.Web.Accounts;
using Spoor.Web.Alerts;
using Spoor.Web.Pages.Suspensions;
using Spoor.Web.Serving;
using Spoor.Workspace;

namespace Spoor.Web.Pages.Alerts;

/// <summary>An alert on the watch page.</summary>
public sealed partial class AlertCard
{
    private IReadOnlyList<(string Incident, bool IsSameTime)> _cases = [];
    private ElementReference _box;
    private string _note = "";
    private bool _isNoting;
    private bool _isFocused;
    private Exception? _failure;

    [Parameter, EditorRequired]
    public ToldAlert Alert { get; set; } = null!;

    /// <summary>Who took note, in order.</summary>
    [Parameter]
    public IReadOnlyList<Acknowledgement> Acknowledged { get; set; } = [];

    /// <summary>Of a replayed alert: up to where the replay went.</summary>
    [Parameter]
    public string AsOf { get; set; } = "";

    /// <summary>Whether what lies behind it is shown from the beginning.</summary>
    [Parameter]
    public bool IsOpen { get; set; }

    [Inject]
    private AlertDesk Desk { get; set; } = null!;

    [Inject]
    private AlertCases Cases { get; set; } = null!;

    [Inject]
    private Workbench Workbench { get; set; } = null!;

    [Inject]
    private Visitor Visitor { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    private string Id => $"alert-{Alert.Id}";

    private string HeadId => $"{Id}-head";

    private string NoteId => $"{Id}-note";

    protected override void OnParametersSet() => _cases = Cases.Of(Alert);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_isNoting && !_isFocused)
        {
            await _box.FocusAsync();
        }

        _isFocused = _isNoting;
    }

    private async Task NoteAsync()
    {
        _failure = null;
        try
        {
            var caller = await Visitor.AtLeastAsync(Role.Responder);
            await Desk.AcknowledgeAsync(caller, Alert.Id, _note, CancellationToken.None);
            (_isNoting, _note) = (false, "");
        }
        catch (Exception failure) when (failure is RefusalException or FormatException or IOException or StorageException)
        {
            _failure = failure;
        }
    }

    private Task SuspendAsync() => SuspendDialog.ShowAsync(Dialogs, new(null)
    {
        Incidents = [.. _cases.Select(named => named.Incident).Concat(Workbench.Desk.Incidents).Distinct()],
        Chain = AlertWords.NameOf(Alert.Chain),
        Why = $"alert {Alert.Id}: {Alert.Headline}",
    });
}
