using System.Globalization;
using Spoor.Chains.Files.Watches;
using Spoor.Cli.Output;
using Spoor.Detection;
using Spoor.Reporting;
using Spoor.Transfers;

namespace Spoor.Cli.Watching;

/// <summary>What a watch file says, or what is wrong with it, as a page.</summary>
internal sealed class WatchCheckText(Terminal terminal, TokenList tokens)
{
    public void Write(WatchCheck check, IReadOnlyList<string> warnings)
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
            Write(owner);
        }

        foreach (string warning in warnings)
        {
            terminal.Line(MessageText.Of($"Warning: {warning}"));
        }
    }

    private void Write(WatchedOwner owner)
    {
        var policy = owner.Policy;
        terminal.Heading(MessageText.Of(owner.Name));
        terminal.Table(
            ["Chain", "Use", "Address", "Name", "Opening"],
            owner.Wallets.Select(wallet => (IReadOnlyList<string>)
            [
                NoticeText.NameOf(wallet.Chain), wallet.Use.ToString().ToLowerInvariant(), AddressText.Render(wallet.Chain, wallet.Address), MessageText.Of(wallet.Name),
                Amounts(wallet.Opening, "unknown"),
            ]));
        terminal.Line($"  An outflow counts from {UsdText.Of(policy.Floor)} USD, an alert is raised from a score of {Thousandths(policy.AlertScore)}, somebody is paged from {Thousandths(policy.PageScore)}.");
        terminal.Line($"  A balance is drained when {Thousandths(100 * policy.DrainShare)} % of it are gone; until the habit of a wallet is known, extreme is {UsdText.Of(policy.ColdStartExtreme)} USD.");
        terminal.Line($"  {Withdrawals(owner)} {(owner.Hook is { } hook ? $"Notices go to {MessageText.Of(hook.Host)} as well." : "No hook.")}");
        if (owner.Planned.Count > 0)
        {
            terminal.Line("  Planned:");
            terminal.Table(
                ["Id", "From", "Until", "Chain", "To", "At most", "Reason"],
                owner.Planned.Select(plan => (IReadOnlyList<string>)
                [
                    MessageText.Of(plan.Id), Rendered.Moment(plan.From), Rendered.Moment(plan.Until), plan.Chain is { } chain ? NoticeText.NameOf(chain) : "any",
                    Counted.Of(plan.Recipients.Count, "address", "addresses"), Amounts(plan.Limits, "any amount"), MessageText.Of(plan.Reason),
                ]));
        }

        terminal.Line();
    }

    private string Amounts(IReadOnlyDictionary<AssetId, Amount> amounts, string none) => amounts.Count == 0
        ? none
        : string.Join(", ", amounts.OrderBy(held => held.Key).Select(held => tokens.Show(held.Key, held.Value)));

    private static string Withdrawals(WatchedOwner owner) => owner.Policy.ReconcilesWithdrawals
        ? $"An outflow that is not in the withdrawal log after {owner.Policy.WithdrawalGrace.TotalSeconds:0} s is an alert."
        : "Outflows are not compared with a withdrawal log.";

    private static string Thousandths(int value) => (value / 1_000m).ToString("0.###", CultureInfo.InvariantCulture);
}
