using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Response;
using Spoor.Response.Suspensions;
using Spoor.Storage.Acts;
using Spoor.Web.Suspensions;

namespace Spoor.Cli.Responding;

/// <summary><c>spoor respond suspend</c> and <c>resume</c>: asks the exchange's hook and shows what it says the state is.</summary>
internal static class SuspendCommand
{
    public static Verb Create(Terminal terminal) => Create(terminal, SuspensionWish.Suspend, "Ask the exchange to stop deposits and withdrawals, and show what it says the state is.",
    [
        "spoor respond suspend coinex-2023 --asset ETH --asset USDT --chain ethereum --hook https://ops.example.com/spoor --hook-secret-env SPOOR_HOOK_SECRET --why \"hot wallet is being drained\"",
        "spoor respond suspend coinex-2023 --asset TRX --chain tron --withdrawals --hook-command /opt/exchange/switch --why \"hot wallet is being drained\"",
    ]);

    public static Verb CreateResume(Terminal terminal) => Create(terminal, SuspensionWish.Resume, "Ask the exchange to open an asset again once everything on its checklist is done.",
    [
        "spoor respond resume coinex-2023 --asset ETH --chain ethereum --hook https://ops.example.com/spoor --hook-secret-env SPOOR_HOOK_SECRET --why \"new wallets are live\"",
    ]);

    private static Verb Create(Terminal terminal, SuspensionWish wish, string description, IReadOnlyList<string> examples)
    {
        var command = new Command(wish.Word(), description);
        var desk = DeskOptions.On(command);
        var what = SuspensionOptions.On(command);
        var author = AuthorOptions.On(command);
        var hook = HookOptions.On(command);
        var anew = new Option<bool>("--anew") { Description = "Give up a wish that is not confirmed and ask under a new key; the exchange may then do it twice." };
        var over = new Option<string?>("--override") { Description = "Open although the checklist has open items; the reason is kept.", HelpName = "REASON" };
        var json = new Option<bool>("--json") { Description = "For programs: response/1 (docs/json.md)." };
        command.Options.Add(anew);
        if (wish == SuspensionWish.Resume)
        {
            command.Options.Add(over);
        }

        command.Options.Add(json);
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => RunAsync(parsed, cancellation), cancellation));
        return new(command, examples);

        async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
        {
            var subjects = what.Read(parsed);
            using var file = desk.Open(parsed, terminal);
            var exchange = hook.Open(parsed, terminal);
            using var closing = exchange as IDisposable;
            var asking = new SuspensionDesk(file, desk.IncidentOf(parsed), exchange, terminal.Clock) { Patience = hook.PatienceOf(parsed) };
            var who = author.Read(parsed);
            string? reason = wish == SuspensionWish.Resume ? parsed.GetValue(over) : null;
            var open = wish == SuspensionWish.Resume ? OpenItems(file, subjects, reason) : [];
            var standings = new List<SuspensionStanding>();
            foreach (var subject in subjects)
            {
                var overridden = open.GetValueOrDefault(subject.Asset, []);
                var acting = overridden.Count > 0 ? who with { Why = $"{who.Why} (opened with open items: {reason})" } : who;
                standings.Add(await asking.AskAsync(wish, subject, acting, overridden, parsed.GetValue(anew), cancellation));
            }

            ResponsePage.Show(terminal, ResponseState.Of(desk.IncidentOf(parsed), file.Log, terminal.Clock.GetUtcNow()), parsed.GetValue(json));
            return standings.TrueForAll(standing => standing.IsConfirmed) ? ExitCode.Done : ExitCode.Nothing;
        }
    }

    private static Dictionary<string, IReadOnlyList<string>> OpenItems(ActFile file, IReadOnlyList<SuspensionSubject> subjects, string? reason)
    {
        var open = subjects.Select(subject => subject.Asset).Distinct().ToDictionary(asset => asset, asset => ResumeChecklist.Of(file.Log, asset).Open);
        var first = open.FirstOrDefault(asset => asset.Value.Count > 0);
        return first.Key is null || !string.IsNullOrWhiteSpace(reason)
            ? open
            : throw new FormatException(
                $"{first.Key} stays suspended: the checklist has open items: {string.Join(", ", first.Value)}. "
                + "Tick them with spoor respond check, or give --override with a reason.");
    }
}
