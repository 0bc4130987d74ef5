using System.Globalization;
using System.Text.Json;
using Spoor.Detection;
using Spoor.Reporting;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Web.Alerts;

/// <summary>An alert as its newest notice tells it, read from a document <c>alert/1</c>.</summary>
public sealed record ToldAlert
{
    public required string Id { get; init; }

    /// <summary>Of the newest notice.</summary>
    public required int Number { get; init; }

    public required AlertStage Stage { get; init; }

    public required AlertClass Class { get; init; }

    public required AlertSeverity Severity { get; init; }

    public required string Owner { get; init; }

    public required ChainId Chain { get; init; }

    /// <summary>The block's time of the newest notice.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The block's time of the first notice that is known.</summary>
    public required DateTimeOffset Began { get; init; }

    public required string Tx { get; init; }

    /// <summary>In thousandths of a log-odds unit.</summary>
    public required int Score { get; init; }

    /// <summary>Empty when the score alone raised it.</summary>
    public required string HardRule { get; init; }

    public required string Headline { get; init; }

    public required UsdValue Gone { get; init; }

    public required UsdValue AtRisk { get; init; }

    /// <summary>Where it went.</summary>
    public required IReadOnlyList<(ChainId Chain, Address Address)> Block { get; init; }

    public required int Transactions { get; init; }

    public required int Unpriced { get; init; }

    /// <summary>Those that speak first.</summary>
    public required IReadOnlyList<ToldSignal> Signals { get; init; }

    public required IReadOnlyList<string> Unchecked { get; init; }

    /// <summary>Whether a replay told it, and no watch that followed the chain.</summary>
    public bool IsReplayed { get; init; }

    /// <summary>Whether it neither ended nor was taken back.</summary>
    public bool IsOpen => Stage is AlertStage.Start or AlertStage.Update;

    /// <summary>Whether somebody should look at it; planned, internal and rescuing movements are only shown.</summary>
    public bool AsksForAttention => Severity > AlertSeverity.Info && Stage != AlertStage.Retracted;

    /// <exception cref="FormatException">It is another document, or a member is not as described.</exception>
    public static ToldAlert Read(JsonElement root)
    {
        try
        {
            return root.GetProperty("spoor").GetString() == AlertJson.Format ? ReadMembers(root) : throw new FormatException($"Expected {AlertJson.Format}.");
        }
        catch (Exception failure) when (failure is KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"Expected {AlertJson.Format} with all its members.", failure);
        }
    }

    private static ToldAlert ReadMembers(JsonElement root) => new()
    {
        Id = Text(root, "alert"),
        Number = root.GetProperty("number").GetInt32(),
        Stage = Enum.Parse<AlertStage>(Text(root, "stage")),
        Class = Enum.Parse<AlertClass>(Text(root, "class")),
        Severity = Enum.Parse<AlertSeverity>(Text(root, "severity")),
        Owner = Text(root, "owner"),
        Chain = ChainId.Parse(Text(root, "chain")),
        Time = Moment(root, "time"),
        Began = Moment(root, "time"),
        Tx = Text(root, "tx"),
        Score = root.GetProperty("score").GetInt32(),
        HardRule = root.GetProperty("hardRule").GetString() ?? "",
        Headline = Text(root, "headline"),
        Gone = UsdValue.Parse(Text(root, "goneUsd")),
        AtRisk = UsdValue.Parse(Text(root, "atRiskUsd")),
        Block = [.. root.GetProperty("block").EnumerateArray().Select(account => AccountText.Parse(account.GetString()!, null))],
        Transactions = root.GetProperty("transactions").GetArrayLength(),
        Unpriced = root.GetProperty("unpriced").GetArrayLength(),
        Signals = [.. root.GetProperty("signals").EnumerateArray().Select(ToldSignal.Read)],
        Unchecked = [.. root.GetProperty("unchecked").EnumerateArray().Select(gap => gap.GetString()!)],
    };

    internal static string Text(JsonElement one, string member) => one.GetProperty(member).GetString() ?? throw new FormatException($"{member}: expected text, found null.");

    internal static DateTimeOffset Moment(JsonElement one, string member) =>
        DateTimeOffset.ParseExact(Text(one, member), "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}

/// <summary>What one signal says of an alert.</summary>
/// <param name="Speaks">Null where it could not be looked at.</param>
public sealed record ToldSignal(string Words, string Value, string Threshold, bool? Speaks)
{
    internal static ToldSignal Read(JsonElement one) => new(
        ToldAlert.Text(one, "words"),
        ToldAlert.Text(one, "value"),
        ToldAlert.Text(one, "threshold"),
        one.GetProperty("speaks").ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        });
}
