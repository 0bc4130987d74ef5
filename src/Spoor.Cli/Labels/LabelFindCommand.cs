using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Storage;
using Spoor.Transfers;
using Spoor.Workspace.Labels;

namespace Spoor.Cli.Labels;

/// <summary><c>spoor labels find</c>: what is said of an address or a transaction, or who is called so.</summary>
internal static class LabelFindCommand
{
    private const int DefaultLimit = 50;

    private static readonly IReadOnlyList<string> Examples =
    [
        "spoor labels find 0x75497999432B8701330fB68058bd21918C02Ac59",
        "spoor labels find eip155:137:0x75497999432B8701330fB68058bd21918C02Ac59 --as-of 2023-09-13",
        "spoor labels find lazarus --limit 20 --json",
    ];

    public static Verb Create(Terminal terminal)
    {
        var asked = new Argument<string>("address|tx|name") { Description = "An address, a CAIP-10 account, a transaction hash, or a part of a name or an actor." };
        var chain = new Option<string?>("--chain") { Description = "The chain of a bare address [default: any].", HelpName = "CHAIN" };
        var day = DayOption.Create("--as-of", "Only what was known at the end of that day, UTC.");
        var limit = new Option<int>("--limit") { Description = "How many labels of a name are shown.", HelpName = "N", DefaultValueFactory = _ => DefaultLimit };
        var offset = new Option<int>("--offset") { Description = "How many labels of a name are passed over.", HelpName = "N", DefaultValueFactory = _ => 0 };
        var json = new Option<bool>("--json") { Description = "For programs." };
        var data = DataOption.Create();
        limit.AcceptOnlyNaturals();
        offset.AcceptOnlyNaturals();
        var command = new Command("find", "Show what is said of an address, with who says so and since when; or search names and actors.") { asked, chain, day, limit, offset, data, json };
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(
            terminal,
            async () =>
            {
                ChainId? onChain = parsed.GetValue(chain) is { } name ? ChainRegistry.Find(name).Id : null;
                LabelQuestion question = new(parsed.GetValue(asked)!, onChain, day.DayOf(parsed), new LabelPaging(parsed.GetValue(limit), parsed.GetValue(offset)));
                using var store = data.OpenExistingLabels(parsed, terminal);
                var answer = await question.AskAsync(store, cancellation);
                if (parsed.GetValue(json))
                {
                    LabelJson.Write(answer, "find", terminal.Bytes);
                }
                else
                {
                    LabelAnswerText.Write(terminal, answer);
                }

                return await LabelTalk.JudgeAsync(terminal, answer, store, cancellation);
            },
            cancellation));
        return new(command, Examples);
    }
}
