using System.CommandLine;
using System.Numerics;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Response;
using Spoor.Response.Freezing;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Cli.Responding;

/// <summary><c>spoor respond freeze decided</c>: whether the recipient froze, and how much.</summary>
internal static class FreezeDecidedCommand
{
    public static Verb Create(Terminal terminal)
    {
        var command = new Command("decided", "Write down what a packet's recipient decided, and how much is frozen.");
        var packet = PacketOptions.On(command);
        var outcome = new Option<string>("--outcome") { Description = "frozen, partly or refused.", Required = true };
        outcome.AcceptOnlyFromAmong([.. FreezeOutcomes.Words]);
        var frozen = new Option<string[]>("--frozen") { Description = "What is frozen, such as USDT=1200.5; may be repeated.", HelpName = "ASSET=AMOUNT" };
        var json = new Option<bool>("--json") { Description = "For programs: response/1 (docs/json.md)." };
        Array.ForEach<Option>([outcome, frozen], command.Options.Add);
        var author = AuthorOptions.On(command);
        command.Options.Add(json);
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => Task.FromResult(Run(parsed)), cancellation));
        return new(command, ["spoor respond freeze decided frz-0123456789ab --outcome partly --frozen USDT=1200.5 --why \"the rest had left\""]);

        int Run(ParseResult parsed)
        {
            var (incident, file, standing) = packet.Open(parsed, terminal);
            using (file)
            {
                var amounts = (parsed.GetValue(frozen) ?? []).Select(text => AmountOf(text, standing)).ToList();
                file.Append(FreezeActs.Decide(
                    standing, FreezeOutcomes.Parse(parsed.GetValue(outcome)!), amounts, author.Read(parsed), packet.HappenedOf(parsed, terminal), terminal.Clock.GetUtcNow()));
                ResponsePage.Show(terminal, ResponseState.Of(incident, file.Log, terminal.Clock.GetUtcNow()), parsed.GetValue(json));
                return ExitCode.Done;
            }
        }
    }

    private static (AssetId Asset, Amount Amount) AmountOf(string text, FreezeStanding standing)
    {
        int equals = text.LastIndexOf('=');
        string name = equals > 0 ? text[..equals] : "";
        var named = standing.Asked.Where(asked => asked.Symbol == name || asked.Asset.ToString() == name).ToList();
        if (named.Count != 1)
        {
            string names = string.Join(", ", standing.Asked.Select(asked => standing.Asked.Count(other => other.Symbol == asked.Symbol) == 1 && asked.Symbol is { } symbol ? symbol : asked.Asset.ToString()));
            throw new FormatException($"--frozen: expected ASSET=AMOUNT with one of {names}, found '{text}'.");
        }

        return Coins.TryParse(text[(equals + 1)..], out var coins) && coins.Decimals <= named[0].Decimals && coins.Units * BigInteger.Pow(10, named[0].Decimals - coins.Decimals) is var units && units <= (BigInteger)UInt128.MaxValue
            ? (named[0].Asset, new Amount((UInt128)units))
            : throw new FormatException($"--frozen: expected an amount of {name} with at most {named[0].Decimals} digits behind the point, found '{text}'.");
    }
}
