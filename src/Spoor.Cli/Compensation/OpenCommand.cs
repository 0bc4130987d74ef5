using System.CommandLine;
using Spoor.Chains.Files.Compensation;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Cli.Responding;
using Spoor.Reporting.Compensations;
using Spoor.Response.Compensation;
using Spoor.Response.Compensation.Books;

namespace Spoor.Cli.Compensation;

/// <summary><c>spoor compensation open</c>: takes balances and losses in, and pledges.</summary>
internal static class OpenCommand
{
    private static readonly IReadOnlyList<string> Examples =
    [
        "spoor compensation open coinex-2023 --balances balances.csv --losses losses.csv --policy full --why 'announced on 2023-09-12'",
        "spoor compensation open coinex-2023 --balances balances.csv --losses losses.csv --policy pro-rata --share 75 --why 'board decision 12'",
        "spoor compensation open coinex-2023 --balances balances.csv --losses losses.csv --policy pro-rata --usd-at 2023-09-12T13:21:00Z --why 'court order'",
    ];

    public static Verb Create(Terminal terminal)
    {
        var command = new Command("open", "Take in what customers held and what was lost, and pledge by a policy.");
        var desk = DeskOptions.On(command);
        var options = OpeningOptions.On(command);
        var author = AuthorOptions.On(command);
        var json = new Option<bool>("--json") { Description = "For programs: compensation/1 (docs/json.md)." };
        command.Options.Add(json);
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => Task.FromResult(Run(parsed)), cancellation));
        return new(command, Examples);

        int Run(ParseResult parsed)
        {
            var person = author.Read(parsed);
            using var file = desk.Open(parsed, terminal);
            var (read, pledges) = options.Read(parsed, terminal);
            if (CompensationCase.OpeningOf(file.Log) is { } before)
            {
                return Again(terminal, OpeningAct.Read(before), read with { PledgesSha256 = PledgeFile.Write(pledges, Stream.Null) }, desk.IncidentOf(parsed));
            }

            var opening = options.Keep(parsed, terminal, TypedCompensation.FolderOf(desk, parsed, terminal), read, pledges);
            var act = file.Append(OpeningAct.NoteOf(opening, terminal.Clock.GetUtcNow(), person.By, person.Why));
            var state = new CompensationCase { Opening = opening, Books = new(pledges), Opened = act.At };
            if (parsed.GetValue(json))
            {
                CompensationJson.Write(desk.IncidentOf(parsed), state, terminal.Bytes);
            }
            else
            {
                CompensationPage.Write(terminal, desk.IncidentOf(parsed), state);
            }

            return ExitCode.Done;
        }
    }

    private static int Again(Terminal terminal, CompensationOpening before, CompensationOpening opening, string incident)
    {
        if ((before.PledgesSha256, before.BalancesSha256, before.LossesSha256, before.Terms.Policy, before.Terms.SharePerMillion, before.Terms.PricedAt)
            != (opening.PledgesSha256, opening.BalancesSha256, opening.LossesSha256, opening.Terms.Policy, opening.Terms.SharePerMillion, opening.Terms.PricedAt))
        {
            throw new FormatException($"A compensation of {incident} is open already, with other balances, losses or terms; pledges change by disputes that are settled. Nothing was changed.");
        }

        terminal.TalkText.WriteLine($"The compensation of {incident} is open already, with the same balances, losses and terms; nothing changes.");
        return ExitCode.Done;
    }
}
