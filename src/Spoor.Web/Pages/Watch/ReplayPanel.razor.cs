using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Spoor.Chains.Files;
using Spoor.Storage;
using Spoor.Web.Accounts;
using Spoor.Web.Alerts;
using Spoor.Web.Api;
using Spoor.Web.Jobs;
using Spoor.Web.Pages.Elements;
using Spoor.Web.Serving;

namespace Spoor.Web.Pages.Watch;

/// <summary>The part of the watch page from which a watch is replayed. The job lives on the board: a reload finds it again.</summary>
public sealed partial class ReplayPanel : IDisposable
{
    // As the reader of a watch file.
    private const int MaxBytes = 8 << 20;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(300);

    private readonly PageLife _gone = new();
    private NewReplay _asked = new();
    private Task _taken = Task.CompletedTask;
    private IReadOnlyList<Slot> _slots = [];
    private IReadOnlyList<FileFault> _faults = [];
    private Exception? _failure;
    private Job? _job;

    [Parameter]
    public ReplayedWatch? Replay { get; set; }

    /// <summary>Hears that the server uses other files.</summary>
    [Parameter]
    public EventCallback OnFiles { get; set; }

    [Inject]
    private WatchReplays Replays { get; set; } = null!;

    [Inject]
    private ServeSettings Settings { get; set; } = null!;

    [Inject]
    private JobBoard Board { get; set; } = null!;

    [Inject]
    private Visitor Visitor { get; set; } = null!;

    private IReadOnlyList<Slot> Slots => _slots;

    public void Dispose() => _gone.Dispose();

    protected override void OnInitialized() => ReadFiles();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && Board.Of(await Visitor.NowAsync()).FirstOrDefault(job => job.Kind == WatchReplays.Kind && !job.IsOver) is { } running)
        {
            await FollowAsync(running);
        }
    }

    // A file that was chosen is replayed, however soon somebody asks for it.
    private Task TakeAsync(Kind kind, InputFileChangeEventArgs change) => _taken = Task.WhenAll(_taken, ReadAsync(kind, change));

    private async Task ReadAsync(Kind kind, InputFileChangeEventArgs change)
    {
        (_failure, _job) = (null, null);
        try
        {
            using var reader = new StreamReader(change.File.OpenReadStream(MaxBytes, _gone.Left));
            string text = await reader.ReadToEndAsync(_gone.Left);
            _asked = kind switch
            {
                Kind.Watch => _asked with { Watch = text },
                Kind.Prices => _asked with { Prices = text },
                _ => _asked with { Recipients = text },
            };
            _faults = kind == Kind.Watch ? WatchReplays.FaultsOf(text) : _faults;
        }
        catch (IOException failure)
        {
            _failure = new FormatException($"{change.File.Name}: expected at most {MaxBytes >> 20} MB.", failure);
        }
    }

    private async Task StartAsync()
    {
        _failure = null;
        try
        {
            await _taken;
            if (_failure is not null)
            {
                return;
            }

            var caller = await Visitor.AtLeastAsync(Role.Investigator);
            var job = await Replays.OrderAsync(caller, _asked, _gone.Left);
            _asked = new();
            ReadFiles();
            await OnFiles.InvokeAsync();
            await FollowAsync(job);
        }
        catch (Exception failure) when (failure is RefusalException or FormatException or IOException or StorageException)
        {
            _failure = failure;
        }
    }

    private async Task FollowAsync(Job job)
    {
        var gone = _gone.Left;
        var caller = await Visitor.NowAsync();
        using var timer = new PeriodicTimer(Look, Settings.Clock);
        try
        {
            for (_job = job; !_job.IsOver; _job = Board.Find(job.Id, caller) ?? _job)
            {
                StateHasChanged();
                await timer.WaitForNextTickAsync(gone);
            }
        }
        catch (OperationCanceledException)
        {
            // The page is closed; the job goes on.
            return;
        }

        StateHasChanged();
    }

    private void Cancel() => Board.Cancel(_job?.Id ?? "");

    private void ReadFiles()
    {
        var (prices, recipients) = Replays.Beside();
        var given = Settings.Replay;
        _slots =
        [
            new(Kind.Watch, "Watch file", "whose wallets are watched, and from where on to wake somebody", Replays.Watching()?.Name ?? "", given.Watch is null ? null : "--watch", ".yaml,.yml"),
            new(Kind.Prices, "Price file", "without prices an outflow has no worth", string.Join(", ", prices), Settings.Prices.Count == 0 ? null : "--prices", ".csv"),
            new(Kind.Recipients, "Recipients", "what was published of addresses' past; may be left out", recipients, given.Recipients is null ? null : "--recipients", ".csv"),
        ];
    }

    private enum Kind
    {
        Watch,
        Prices,
        Recipients,
    }

    // A file that a replay takes: the one in use, and with which option the server was given it.
    private sealed record Slot(Kind Kind, string Name, string About, string Used, string? Option, string Accept);
}
