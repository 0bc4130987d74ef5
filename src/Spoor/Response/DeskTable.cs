using System.Text.RegularExpressions;
using Spoor.Records;
using Spoor.Response.Compensation.Books;
using Spoor.Response.Freezing;
using Spoor.Response.Suspensions;

namespace Spoor.Response;

/// <summary>A file beside the log of an incident that an act names by its SHA-256.</summary>
/// <param name="Kind">What it holds: <c>balances</c>, <c>pledges</c>, <c>packet</c> and the like.</param>
/// <param name="Sha256">Lower-case hex.</param>
/// <param name="Path">Where it lies below the folder of the incident, with slashes.</param>
/// <param name="Act">The number of the act that names it.</param>
public sealed partial record DeskTable(string Kind, string Sha256, string Path, long Act)
{
    /// <summary>Where the tables of a compensation lie.</summary>
    public const string CompensationFolder = "compensation";

    public const string Balances = "balances";
    public const string Losses = "losses";
    public const string Pledges = "pledges";
    public const string Payments = "payments";

    /// <summary>A name that no other content can have.</summary>
    public string Name => $"{Kind}-{Sha256}{System.IO.Path.GetExtension(Path)}";

    /// <summary>What a table of a compensation is called.</summary>
    public static string FileOf(string kind, string sha256) => $"{kind}-{sha256}.csv";

    /// <summary>Every file that the acts name, in order of name. Of several acts that write one file the last counts: only that is still there.</summary>
    /// <exception cref="FormatException">An act names no hash, or no file beside the log.</exception>
    public static IReadOnlyList<DeskTable> Of(ActLog log) =>
    [
        .. log.Acts.SelectMany(Named).GroupBy(table => table.Path, StringComparer.Ordinal).Select(named => named.Last())
            .DistinctBy(table => table.Name).OrderBy(table => table.Name, StringComparer.Ordinal),
    ];

    private static IEnumerable<DeskTable> Named(Act act) => act.Kind switch
    {
        CompensationActs.Opened => [OfCompensation(act, Balances, "balancesSha256"), OfCompensation(act, Losses, "lossesSha256"), OfCompensation(act, Pledges, "pledgesSha256")],
        CompensationActs.Paid when act.TextOrNull("file") is not null => [OfCompensation(act, Payments, "file")],
        FreezeActs.Prepared => [new("packet", HashOf(act, "sha256"), $"freeze/{FileOf(act, "packet")}.json", act.Number)],
        ResumeChecklist.Kind when act.TextOrNull("file") is not null => [new("dead-addresses", HashOf(act, "sha256"), FileOf(act, "file"), act.Number)],
        _ => [],
    };

    private static DeskTable OfCompensation(Act act, string kind, string member) =>
        new(kind, HashOf(act, member), $"{CompensationFolder}/{FileOf(kind, HashOf(act, member))}", act.Number);

    private static string HashOf(Act act, string member) => Hash().IsMatch(act.Text(member))
        ? act.Text(member)
        : throw new FormatException($"Act {act.Number} ({act.Kind}): about.{member}: expected a SHA-256 in lower-case hex, found '{act.Text(member)}'.");

    private static string FileOf(Act act, string member) => Plain().IsMatch(act.Text(member))
        ? act.Text(member)
        : throw new FormatException($"Act {act.Number} ({act.Kind}): about.{member}: expected the name of a file beside the log, found '{act.Text(member)}'.");

    [GeneratedRegex(@"\A[0-9a-f]{64}\z")]
    private static partial Regex Hash();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9:._+$-]{0,150}\z")]
    private static partial Regex Plain();
}
