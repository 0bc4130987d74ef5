using Spoor.Cli.Commands;
using Spoor.Cli.Output;

namespace Spoor.Cli.Ledger;

/// <summary><c>spoor ledger</c>: what the industry lost, by the ledgers of others.</summary>
internal static class LedgerCommand
{
    public static Verb Create(Terminal terminal) => Verb.Group(
        "ledger",
        "The industry's losses: import the ledgers of others, merge what they tell twice, tally.",
        LedgerImportCommand.Create(terminal),
        LedgerListCommand.Create(terminal),
        LedgerDecisionCommands.CreateMerge(terminal),
        LedgerDecisionCommands.CreateSplit(terminal),
        LedgerTallyCommand.Create(terminal));
}
