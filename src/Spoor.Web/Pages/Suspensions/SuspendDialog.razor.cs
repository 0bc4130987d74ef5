using Microsoft.AspNetCore.Components;
using MudBlazor;
using Spoor.Response.Suspensions;
using Spoor.Storage;
using Spoor.Transfers;
using Spoor.Web.Accounts;
using Spoor.Web.Cases;
using Spoor.Web.Jobs;
using Spoor.Web.Serving;

namespace Spoor.Web.Pages.Suspensions;

/// <summary>A dialog in which a responder lets the exchange suspend or open something: said, confirmed, then what came of it.</summary>
public sealed partial class SuspendDialog
{
    private string _want = "suspend";
    private string _direction = "withdrawals";
    private string _asset = "";
    private string _chain = "";
    private string _why = "";
    private string _override = "";
    private string _incident = "";
    private bool _isAsked;
    private Job? _job;
    private Exception? _failure;

    /// <summary>The incident it is for; null where the visitor is to choose one.</summary>
    [Parameter]
    public string? Incident { get; set; }

    /// <summary>Those to choose from, the likeliest first.</summary>
    [Parameter]
    public IReadOnlyList<string> Incidents { get; set; } = [];

    /// <summary>What is likely meant, to begin with; both may be empty.</summary>
    [Parameter]
    public (string Asset, string Chain) Likely { get; set; }

    /// <summary>Whether it begins with the wish to open again.</summary>
    [Parameter]
    public bool Resume { get; set; }

    /// <summary>A reason to begin with.</summary>
    [Parameter]
    public string Why { get; set; } = "";

    private static IReadOnlyList<string> ChainNames { get; } = [.. ChainRegistry.Known.Select(chain => chain.Name).Order(StringComparer.Ordinal)];

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    [Inject]
    private Visitor Visitor { get; set; } = null!;

    [Inject]
    private ResponseActs Acts { get; set; } = null!;

    private bool IsResume => _want == "resume";

    private string ChainName => ChainRegistry.TryFind(_chain, out var known) ? known.Name : _chain;

    private string Subject => $"{_direction} of {_asset} on {ChainName}";

    /// <summary>Opens the dialog over a page.</summary>
    /// <param name="incident">The incident it is for; null where one is to be chosen.</param>
    /// <param name="incidents">Those to choose from, the likeliest first.</param>
    /// <param name="likely">What is likely meant, to begin with.</param>
    /// <param name="why">A reason to begin with.</param>
    public static async Task ShowAsync(
        IDialogService dialogs, string? incident, IReadOnlyList<string>? incidents = null, (string Asset, string Chain) likely = default, string why = "", bool resume = false)
    {
        var parameters = new DialogParameters<SuspendDialog>
        {
            { dialog => dialog.Incident, incident },
            { dialog => dialog.Incidents, incidents ?? [] },
            { dialog => dialog.Likely, (likely.Asset ?? "", likely.Chain ?? "") },
            { dialog => dialog.Why, why },
            { dialog => dialog.Resume, resume },
        };
        await dialogs.ShowAsync<SuspendDialog>(
            "Suspend or open", parameters, new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true, CloseOnEscapeKey = true, BackdropClick = false });
    }

    protected override void OnInitialized()
    {
        _incident = Incident ?? (Incidents.Count > 0 ? Incidents[0] : "");
        (_asset, _chain, _why) = (Likely.Asset ?? "", Likely.Chain ?? "", Why);
        _want = Resume ? "resume" : "suspend";
    }

    // What cannot be asked is said before anybody confirms it.
    private void Ask()
    {
        _failure = null;
        try
        {
            SuspensionSubject.Of(_asset.Trim(), _chain.Trim(), ServiceDirections.Parse(_direction));
            _ = _incident.Length > 0 ? _incident : throw new FormatException("Choose the incident whose log is to hold it.");
            _ = _why.Trim().Length > 0 ? _why : throw new FormatException("Say why; the log keeps it.");
            _isAsked = true;
        }
        catch (FormatException failure)
        {
            _failure = failure;
        }
    }

    private async Task PlaceAsync()
    {
        _failure = null;
        try
        {
            var caller = await Visitor.AtLeastAsync(Role.Responder);
            _job = Acts.Suspend(caller, _incident, new(_want, _asset.Trim(), _chain.Trim(), _direction, _why.Trim(), Override: _override.Trim()));
        }
        catch (Exception failure) when (failure is RefusalException or IOException or StorageException or FormatException)
        {
            (_failure, _isAsked) = (failure, false);
        }
    }

    private void Close() => Dialog.Close();
}
