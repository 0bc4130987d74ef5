using Spoor.Cli.Output;
using Spoor.Incidents;

namespace Spoor.Cli.Demo;

/// <summary>The tables of addresses and of published totals.</summary>
internal sealed partial class DemoPage
{
    private static readonly IReadOnlyList<(WalletRole Role, string Title)> Roles =
    [
        (WalletRole.Thief, "thief"),
        (WalletRole.ThiefOnward, "next hop"),
        (WalletRole.Linking, "pivot"),
        (WalletRole.Suspect, "suspect"),
    ];

    private void WriteWallets()
    {
        var named = _facts.Wallets.Where(wallet => Roles.Any(role => role.Role == wallet.Role)).ToList();
        string addresses = Counted.Of(named.Count, "published address", "published addresses");
        Section($"To which addresses: {addresses} on {Counted.Of(named.Select(wallet => wallet.Chain).Distinct().Count())} chains");
        terminal.Table(
            ["chain", "address", "role"],
            named.GroupBy(wallet => wallet.Chain).SelectMany(ofChain => ofChain)
                .Select(wallet => new[] { Chain(wallet.Chain), wallet.Address, RoleOf(wallet) }));
        terminal.Line();
        foreach (var ofNote in named.Where(wallet => wallet.Role is WalletRole.Linking or WalletRole.Suspect).GroupBy(wallet => wallet.Address))
        {
            var first = ofNote.First();
            string keys = string.Join(", ", ofNote.SelectMany(wallet => wallet.Source.Split(';')).Distinct());
            string on = string.Join(", ", ofNote.Select(wallet => Chain(wallet.Chain)));
            string note = first.Note.Length == 0 ? "" : $". {first.Note}";
            terminal.Prose($"{RoleOf(first)}: {first.Address} on {on}. {first.Name}{note}. Sources: {keys}.");
        }
    }

    private void WriteTotals()
    {
        Section("Published totals, no transaction hashes");
        WriteUsdByChain();
        terminal.Line();
        terminal.Line("  By asset:");
        WriteTotals(TotalsOf("wu-by-asset"));
        terminal.Line();
        terminal.Line("  Moved on from the thief's first addresses, tokens already swapped:");
        WriteTotals(TotalsOf("moved-on"));
    }

    // Statements that give dollars by chain, side by side as they were revised.
    private void WriteUsdByChain()
    {
        var rows = _facts.Totals
            .Where(total => total.Asset.Length == 0 && total.Address != theft.Rescue.Address)
            .ToList();
        var statements = rows.GroupBy(total => total.Statement).OrderBy(group => group.Max(total => total.AsOf)).ToList();
        var lines = rows.Select(total => total.Chain).Distinct()
            .Select(chain => Line(Chain(chain), total => total.Chain == chain));
        terminal.Line("  USD by chain. The rows of a column add up; columns never do, for they count the same assets again:");
        terminal.Table(
            ["chain", .. statements.Select(group => $">{group.Key}")],
            [
                .. lines,
                Line("sum of the rows", _ => true),
                ["as of", .. statements.Select(group => group.Max(total => total.AsOf).ToString())],
                ["source", .. statements.Select(group => Keys(string.Join(';', group.Select(total => total.Source).Distinct())))],
            ]);

        string[] Line(string title, Func<PublishedTotal, bool> counts) =>
            [title, .. statements.Select(group => group.Where(counts).ToList() is { Count: > 0 } found ? Dollars(found.Sum(total => total.Usd)) : "")];
    }

    private void WriteTotals(IEnumerable<PublishedTotal> totals) => terminal.WrappedTable(
        ["chain", "asset", ">amount", ">USD", "as of", "~note", "source"],
        totals.Select(total => new[]
        {
            Chain(total.Chain), total.Asset, Coins(total.Amount), Dollars(total.Usd), total.AsOf.ToString(), NoteOf(total), Keys(total.Source),
        }));

    private string NoteOf(PublishedTotal total) =>
        _facts.Wallets.FirstOrDefault(wallet => wallet.Chain == total.Chain && wallet.Address == total.Address) is { } from
            ? $"from {from.Name}, {total.Note}"
            : total.Note;

    private static string RoleOf(IncidentWallet wallet) => Roles.First(role => role.Role == wallet.Role).Title;

    /// <summary>The chain for a column: its name, else as the case writes it, long genesis hashes cut.</summary>
    private static string Chain(string chain)
    {
        const int Room = 20;
        string title = IncidentWallet.TitleOf(chain);
        return title.Length <= Room ? title : $"{title[..(Room - 1)]}…";
    }
}
