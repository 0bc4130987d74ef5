using System.Globalization;
using System.Text.Json.Nodes;
using Spoor.Records;
using Spoor.Transfers;

namespace Spoor.Response.Freezing;

/// <summary>The kinds of acts about freeze packets, and how they are written.</summary>
public static class FreezeActs
{
    public const string Prepared = "freeze.prepared";
    public const string Sent = "freeze.sent";
    public const string Acknowledged = "freeze.acknowledged";
    public const string Decided = "freeze.decided";

    private const string MomentFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <param name="sha256">Of the packet's JSON as it was written beside the log.</param>
    public static ActNote Prepare(FreezePacket packet, string sha256, ActAuthor author, DateTimeOffset at) => new(at, author.By, author.Why, Prepared, new JsonObject
    {
        ["packet"] = packet.Id,
        ["to"] = packet.Target.Name,
        ["kind"] = packet.Target.Kind,
        ["sha256"] = sha256,
        ["deadline"] = packet.Requester.Deadline is { } deadline ? Text(deadline) : null,
        ["asked"] = new JsonArray([.. packet.Totals.Select(total => new JsonObject
        {
            ["asset"] = total.Asset.ToString(),
            ["symbol"] = total.Token?.Symbol,
            ["decimals"] = total.Token?.Decimals ?? 0,
            ["units"] = total.Amount.ToString(),
        })]),
    });

    /// <param name="happened">When it was sent or answered, which may be before it is written down.</param>
    public static ActNote Step(string kind, FreezeStanding standing, ActAuthor author, DateTimeOffset happened, DateTimeOffset at) =>
        new(at, author.By, author.Why, kind, About(standing, kind, happened, at));

    /// <param name="frozen">What was stopped, by asset as the packet names them; none where nothing was.</param>
    public static ActNote Decide(FreezeStanding standing, FreezeOutcome outcome, IReadOnlyList<(AssetId Asset, Amount Amount)> frozen, ActAuthor author, DateTimeOffset happened, DateTimeOffset at)
    {
        bool some = frozen.Any(one => !one.Amount.IsZero);
        if (some == outcome is FreezeOutcome.Refused)
        {
            throw new FormatException(some
                ? "--frozen: expected no amount where the request was refused."
                : "--frozen: expected what was frozen, as SYMBOL=AMOUNT, where the request was granted.");
        }

        var about = About(standing, Decided, happened, at);
        about["outcome"] = outcome.Word();
        about["frozen"] = new JsonArray([.. frozen.Select(one => new JsonObject { ["asset"] = one.Asset.ToString(), ["units"] = one.Amount.ToString() })]);
        return new(at, author.By, author.Why, Decided, about);
    }

    internal static DateTimeOffset Moment(Act act, string member) => DateTimeOffset.ParseExact(
        act.Text(member), MomentFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString(MomentFormat, CultureInfo.InvariantCulture);

    private static JsonObject About(FreezeStanding standing, string kind, DateTimeOffset happened, DateTimeOffset at)
    {
        if (happened > at)
        {
            throw new FormatException($"--at: expected a time that has come, found {Text(happened)}; it is {Text(at)}.");
        }

        if (standing.FaultOf(kind, happened) is { Length: > 0 } fault)
        {
            throw new FormatException($"Packet {standing.Packet}: {fault}");
        }

        return new() { ["packet"] = standing.Packet, ["happened"] = Text(happened) };
    }
}

/// <summary>What became of a request.</summary>
public enum FreezeOutcome
{
    Frozen,
    Partly,
    Refused,
}

/// <summary>What acts and options call an outcome.</summary>
public static class FreezeOutcomes
{
    public static readonly IReadOnlyList<string> Words = ["frozen", "partly", "refused"];

    public static string Word(this FreezeOutcome outcome) => Words[(int)outcome];

    /// <exception cref="FormatException">There is no such outcome.</exception>
    public static FreezeOutcome Parse(string word) => Words.ToList().IndexOf(word) is >= 0 and var index
        ? (FreezeOutcome)index
        : throw new FormatException($"Expected one of {string.Join(", ", Words)}, found '{word}'.");
}
