using Spoor.Chains.Files.Watches;
using Spoor.Cli.Output;
using Spoor.Detection;
using Spoor.Transfers;

namespace Spoor.Cli.Watching;

/// <summary>What a watch file says, or what is wrong with it, as a page.</summary>
internal static class WatchCheckText
{
    public static void Write(Terminal terminal, WatchCheck check)
    {
        foreach (var fault in check.Faults)
        {
            terminal.Line(MessageText.Of(fault.ToString()));
        }

        if (check.Watch is not { } watch)
        {
            int faults = check.Faults.Count(fault => !fault.IsWarning);
            terminal.Line($"{Counted.Of(faults, "fault", "faults")}: the file is not used before {(faults == 1 ? "it is" : "all are")} mended.");
            return;
        }

        foreach (var owner in watch.Owners)
        {
            Write(terminal, owner);
        }
    }

    private static void Write(Terminal terminal, WatchedOwner owner)
    {
        terminal.Heading(MessageText.Of(owner.Name));
        terminal.Table(
            ["Chain", "Use", "Address", "Name"],
            owner.Wallets.Select(wallet => (IReadOnlyList<string>)
            [
                NoticeText.NameOf(wallet.Chain), wallet.Use.ToString().ToLowerInvariant(), AddressText.Render(wallet.Chain, wallet.Address), MessageText.Of(wallet.Name),
            ]));
        terminal.Line($"  An outflow counts from {UsdText.Of(owner.Policy.Floor)} USD. {Withdrawals(owner)} {Counted.Of(owner.Planned.Count, "planned movement", "planned movements")}.");
        terminal.Line();
    }

    private static string Withdrawals(WatchedOwner owner) => owner.Policy.ReconcilesWithdrawals
        ? $"An outflow that is not in the withdrawal log after {owner.Policy.WithdrawalGrace.TotalSeconds:0} s is an alert."
        : "Outflows are not compared with a withdrawal log.";
}
