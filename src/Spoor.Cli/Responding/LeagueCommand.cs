using System.CommandLine;
using System.Globalization;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Reporting.Responses;
using Spoor.Response.Freezing;
using Spoor.Storage.Acts;

namespace Spoor.Cli.Responding;

/// <summary><c>spoor respond league</c>: how fast and how well those who were asked to freeze answered.</summary>
internal static class LeagueCommand
{
    public static Verb Create(Terminal terminal)
    {
        var desks = new Option<string[]>("--desk") { Description = "A desk; may be repeated.", HelpName = "DIR", DefaultValueFactory = _ => [DeskFolder.Default] };
        var json = new Option<bool>("--json") { Description = "For programs: freeze-league/1 (docs/json.md)." };
        var command = new Command("league", "Show how fast issuers and services answered requests to freeze, and what they froze, over all incidents of one desk or several.") { desks, json };
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => Task.FromResult(Run(parsed)), cancellation));
        return new(command, ["spoor respond league", "spoor respond league --desk /srv/desk --desk /srv/archive --json"]);

        int Run(ParseResult parsed)
        {
            var rows = FreezeLeague.Of(parsed.GetValue(desks)!.Select(path => DeskFolder.At(terminal.PathOf(path))).DistinctBy(desk => desk.Path)
                .SelectMany(desk => desk.Incidents.SelectMany(incident => FreezeBook.Of(ActFile.Read(desk.LogOf(incident))))));
            if (parsed.GetValue(json))
            {
                FreezeLeagueJson.Write(rows, terminal.Bytes);
            }
            else
            {
                Write(terminal, rows);
            }

            return rows.Count == 0 ? ExitCode.Nothing : ExitCode.Done;
        }
    }

    private static void Write(Terminal terminal, IReadOnlyList<FreezeLeagueRow> rows)
    {
        terminal.Heading("Who answered requests to freeze, fastest first");
        if (rows.Count == 0)
        {
            terminal.Line("  No packet was sent.");
            return;
        }

        terminal.Table(
            ["name", "kind", ">sent", ">acknowledged", ">frozen", ">partly", ">refused", ">median to acknowledge", ">median to decide", "frozen of asked"],
            rows.Select(row => (IReadOnlyList<string>)
            [
                MessageText.Of(row.Target.Name), row.Target.Kind, $"{row.Sent}", $"{row.Acknowledged}", .. row.Outcomes.Select(outcome => $"{outcome.Count}"),
                TextOf(row.MedianToAcknowledge), TextOf(row.MedianToDecide), string.Join("; ", row.Asked.Select(asked => FrozenOf(row, asked))),
            ]));
    }

    private static string FrozenOf(FreezeLeagueRow row, FreezeAmount asked)
    {
        string frozen = row.Frozen.FirstOrDefault(amount => amount.Asset == asked.Asset) is { } amount ? amount.Amount.ToDecimalString(asked.Decimals) : "0";
        return $"{frozen} of {asked.Amount.ToDecimalString(asked.Decimals)} {asked.Symbol ?? asked.Asset.ToString()}";
    }

    private static string TextOf(TimeSpan? took) => took is { } time
        ? string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalHours} h {time.Minutes:00} min")
        : "";
}
