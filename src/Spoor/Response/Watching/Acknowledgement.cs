using System.Text.Json.Nodes;
using Spoor.Records;

namespace Spoor.Response.Watching;

/// <summary>Somebody saw an alert and says what becomes of it.</summary>
/// <param name="Alert">Its id, the same for all notices of it.</param>
public sealed record Acknowledgement(string Alert, string By, DateTimeOffset At, string Note)
{
    public const string Kind = "alert.acknowledged";

    private const int MaxAlert = 200;

    /// <exception cref="FormatException">That is no id of an alert.</exception>
    public static ActNote ToAct(string alert, ActAuthor author, DateTimeOffset at) => alert.Length is > 0 and <= MaxAlert
        ? new(at, author.By, author.Why, Kind, new JsonObject { ["alert"] = alert })
        : throw new FormatException($"alert: expected the id of an alert, found {alert.Length} characters.");

    /// <summary>In order of the log.</summary>
    /// <exception cref="FormatException">An act is not as Spoor writes it.</exception>
    public static IReadOnlyList<Acknowledgement> Of(ActLog log) =>
        [.. log.Acts.Where(act => act.Kind == Kind).Select(act => new Acknowledgement(act.Text("alert"), act.By, act.At, act.Why))];
}
