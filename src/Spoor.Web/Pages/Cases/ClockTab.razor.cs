using System.Globalization;
using Microsoft.AspNetCore.Components;
using Spoor.Response;
using Spoor.Response.Clock;
using Spoor.Web.Accounts;
using Spoor.Web.Cases;
using Spoor.Web.Serving;

namespace Spoor.Web.Pages.Cases;

/// <summary>What is due by when, and the form that writes down what it counts from.</summary>
public sealed partial class ClockTab
{
    private ResponseState? _state;
    private string _milestone = Milestones.WordOf(Milestone.Aware);
    private DateTime? _happened;
    private string _why = "";
    private Exception? _failure;

    [Parameter, EditorRequired]
    public string Incident { get; set; } = "";

    [Parameter, EditorRequired]
    public Caller Caller { get; set; } = null!;

    [Inject]
    private ResponseActs Acts { get; set; } = null!;

    [Inject]
    private Visitor Visitor { get; set; } = null!;

    protected override void OnParametersSet() => Refresh();

    private void Refresh()
    {
        try
        {
            _state = Acts.StateOf(Incident);
        }
        catch (Exception failure) when (failure is FormatException or RefusalException or IOException)
        {
            _failure = failure;
        }
    }

    private async Task NoteAsync()
    {
        _failure = null;
        try
        {
            string? at = _happened?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            await Acts.NoteAsync(await Visitor.AtLeastAsync(Role.Responder), Incident, new(_milestone, _why.Trim(), at), CancellationToken.None);
            (_why, _happened) = ("", null);
        }
        catch (RefusalException refusal)
        {
            _failure = refusal;
        }

        Refresh();
    }

    private string LeftOf(Duty duty)
    {
        if (duty.Done is not null || duty.Due is not { } due || duty.IsWithoutLimit)
        {
            return duty is { IsWithoutLimit: true, Done: null } ? "at once" : "";
        }

        var left = due - _state!.Now;
        string words = left.Duration() is var span && span.TotalDays >= 2 ? $"{(int)span.TotalDays} days" : $"{(int)span.TotalHours} h {span.Minutes} min";
        return left < TimeSpan.Zero ? $"{words} over" : words;
    }

    private static string ClassOf(DutyState state) => state switch
    {
        DutyState.Done => "held",
        DutyState.Overdue or DutyState.Late => "over",
        DutyState.Due => "asked",
        _ => "waits",
    };

    private static string MeaningOf(string milestone) => milestone switch
    {
        "aware" => "aware: somebody here knew",
        "classified" => "classified as major",
        "notified" => "initial notification sent",
        "intermediate" => "intermediate report sent",
        "changed" => "status changed or activities recovered",
        "final" => "final report sent",
        "not-major" => "reclassified as not major",
        "analysed" => "detection and analysis done",
        "contained" => "the thief is kept from taking more",
        "eradicated" => "what let him in is gone",
        "recovered" => "services run again",
        "improved" => "lessons written down",
        _ => milestone,
    };
}
