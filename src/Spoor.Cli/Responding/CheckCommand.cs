using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Response;
using Spoor.Response.Suspensions;

namespace Spoor.Cli.Responding;

/// <summary><c>spoor respond check</c>: ticks what must be done before an asset is opened again.</summary>
internal static class CheckCommand
{
    public static Verb Create(Terminal terminal)
    {
        var command = new Command("check", "Tick an item of the list that must be done before an asset is opened again.");
        var desk = DeskOptions.On(command);
        var asset = new Option<string>("--asset") { Description = "The asset as the exchange calls it.", HelpName = "ASSET", Required = true };
        var item = new Option<string>("--item") { Description = "One of " + string.Join(", ", ResumeChecklist.Known.Select(known => known.Item)) + ".", HelpName = "ITEM", Required = true };
        var addresses = new Option<string[]>("--dead") { Description = "With old-addresses-dead: a file of the old deposit addresses; a watch file of them is written beside the log.", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "For programs: response/1 (docs/json.md)." };
        Array.ForEach<Option>([asset, item, addresses], command.Options.Add);
        var author = AuthorOptions.On(command);
        command.Options.Add(json);
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => Task.FromResult(Run(parsed)), cancellation));
        return new(command,
        [
            "spoor respond check coinex-2023 --asset ETH --item new-addresses --why \"issued to all customers, ticket 4711\"",
            "spoor respond check coinex-2023 --asset ETH --item old-addresses-dead --dead old-addresses.csv --why \"swept and closed\"",
        ]);

        int Run(ParseResult parsed)
        {
            using var file = desk.Open(parsed, terminal);
            var more = DeadAddresses.Register(parsed.GetValue(addresses) ?? [], parsed.GetValue(item)!, parsed.GetValue(asset)!, desk, parsed, terminal);
            file.Append(ResumeChecklist.Tick(parsed.GetValue(asset)!, parsed.GetValue(item)!, author.Read(parsed), terminal.Clock.GetUtcNow(), more));
            ResponsePage.Show(terminal, ResponseState.Of(desk.IncidentOf(parsed), file.Log, terminal.Clock.GetUtcNow()), parsed.GetValue(json));
            return ExitCode.Done;
        }
    }
}
