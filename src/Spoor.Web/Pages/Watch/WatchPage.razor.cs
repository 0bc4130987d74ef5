using Microsoft.AspNetCore.Components;
using MudBlazor;
using Spoor.Detection;
using Spoor.Storage;
using Spoor.Web.Alerts;
using Spoor.Web.Pages.Suspensions;
using Spoor.Workspace;

namespace Spoor.Web.Pages.Watch;

/// <summary>The watch: what it told, what it watches, what is planned, and what it would have told of imported transfers.</summary>
public sealed partial class WatchPage
{
    private const string Here = "/watch";
    private const string Usual = "waiting";
    private const int Step = 25;

    private ToldAlerts? _told;
    private WatchList? _watch;
    private Exception? _failure;
    private string _file = "";
    private string _sha = "";
    private bool _isCurrent = true;
    private int _most = Step;

    [SupplyParameterFromQuery(Name = "show")]
    private string? Show { get; set; }

    /// <summary>The alert whose details are open.</summary>
    [SupplyParameterFromQuery(Name = "alert")]
    private string? OpenAlert { get; set; }

    [Inject]
    private WatchReplays Replays { get; set; } = null!;

    [Inject]
    private Workbench Workbench { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    // Whoever opens one alert must find it, whatever becomes of it.
    private string Chosen => Show is "open" or "all" ? Show : OpenAlert is not null ? "all" : Usual;

    protected override void OnInitialized() => ReadWatch();

    private static IReadOnlyList<(string Word, string Name, int Count)> Choices(ToldAlerts told) =>
    [
        (Usual, "Waiting for somebody", told.Waiting.Count()),
        ("open", "Going on", told.All.Count(alert => alert.IsOpen)),
        ("all", "All", told.All.Count),
    ];

    private IReadOnlyList<ToldAlert> Shown(ToldAlerts told) => Chosen switch
    {
        "open" => [.. told.All.Where(alert => alert.IsOpen)],
        "all" => told.All,
        _ => [.. told.Waiting],
    };

    private async Task Take(ToldAlerts told)
    {
        bool isOther = !ReferenceEquals(told.Replay, _told?.Replay);
        (_told, _failure) = (told, null);
        if (isOther || !_isCurrent)
        {
            await CompareAsync(told.Replay);
        }
    }

    private void Fail(Exception failure) => _failure = failure;

    private void ReadWatch()
    {
        try
        {
            var file = Replays.Watching();
            _watch = file is null ? null : WatchReplays.Check(file).Watch;
            (_file, _sha) = (file?.Name ?? "", file?.Sha256 ?? "");
            _isCurrent = _told?.Replay is not { } replay || replay.Files[0].Sha256 == _sha;
        }
        catch (Exception failure) when (failure is FormatException or IOException or UnauthorizedAccessException)
        {
            _failure = failure;
        }
    }

    // What was replayed speaks of the wallets of its own watch file and of the transfers of its own day.
    private async Task CompareAsync(ReplayedWatch? replay)
    {
        try
        {
            var heads = await Workbench.Store.HeadsAsync(CancellationToken.None);
            _isCurrent = replay is null || (replay.Files[0].Sha256 == _sha && heads.Sum(head => head.Transfers) == replay.Transfers);
        }
        catch (StorageException failure)
        {
            _failure = failure;
        }
    }

    private Task SuspendAsync() => SuspendDialog.ShowAsync(Dialogs, new(null) { Incidents = Workbench.Desk.Incidents });
}
