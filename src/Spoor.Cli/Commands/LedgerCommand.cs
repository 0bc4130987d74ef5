using System.CommandLine;
using Spoor.Cli.Output;

namespace Spoor.Cli.Commands;

/// <summary><c>spoor ledger</c>: what the industry lost, by the ledgers of others.</summary>
internal static class LedgerCommand
{
    private static readonly IReadOnlyList<string> Examples =
    [
        "spoor ledger tally --year 2023 --by month",
        "spoor ledger tally --year 2023 --until 2023-08 --scope rekt --svg losses.svg",
        "spoor ledger import rekt_leaderboard.csv defihacklabs.csv",
        "spoor ledger list --year 2023 --merged",
        "spoor ledger merge rekt:nightmare-ftm dprk:2023-10-17-fantom-foundation --reason 'one phishing case'",
    ];

    public static Verb Create(Terminal terminal)
    {
        var command = new Command("ledger", "The industry's losses: import the ledgers of others, merge what they tell twice, tally.")
        {
            LedgerImportCommand.Create(terminal),
            LedgerListCommand.Create(terminal),
            LedgerDecisionCommands.CreateMerge(terminal),
            LedgerDecisionCommands.CreateSplit(terminal),
            LedgerTallyCommand.Create(terminal),
        };
        return new(command, Examples);
    }
}
