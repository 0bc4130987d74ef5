using Spoor.Response.Watching;

namespace Spoor.Web.Alerts;

/// <summary>Alerts as they stand at one moment.</summary>
public sealed record ToldAlerts
{
    public static readonly ToldAlerts None = new() { All = [], Noted = Enumerable.Empty<Acknowledgement>().ToLookup(one => one.Alert), Replay = null, Unreadable = 0 };

    /// <summary>The newest first.</summary>
    public required IReadOnlyList<ToldAlert> All { get; init; }

    /// <summary>Who took note, by alert.</summary>
    public required ILookup<string, Acknowledgement> Noted { get; init; }

    /// <summary>Null where nothing was replayed.</summary>
    public required ReplayedWatch? Replay { get; init; }

    /// <summary>Lines of the alert file that are no notices.</summary>
    public required int Unreadable { get; init; }

    /// <summary>Alerts that ask for attention and that nobody took note of.</summary>
    public IEnumerable<ToldAlert> Waiting => All.Where(alert => alert.AsksForAttention && !Noted.Contains(alert.Id));
}
