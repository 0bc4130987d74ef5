using Spoor.Attribution;
using Spoor.Cli.Output;
using Spoor.Incidents;

namespace Spoor.Cli.Incidents;

/// <summary>The facts of an incident for people, each with the keys of its sources.</summary>
internal sealed class IncidentPage(Terminal terminal, IncidentFacts facts)
{
    public void Write()
    {
        terminal.Heading($"{facts.Victim}, {facts.Started.DayAlone}: {facts.Title}");
        terminal.Prose($"{facts.Id}. As it was published; nothing here was read from a chain.{Cause()}{Categories()}");
        Section("Who is said to be behind it", ["made", "actor", "source", "~statement"], facts.Findings.Select(finding =>
            new[] { $"{finding.Made:yyyy-MM-dd}", finding.Actor, finding.Source, finding.Statement }));
        Section("What others said was lost; none adds to another", ["when", "who", ">USD", "~scope", "source"], facts.LossStatements.Select(Row));
        if (facts.Rescue is { } rescue)
        {
            Section("Brought to safety by the victim, not theft", ["when", "who", ">USD", "~scope", "source"], rescue.Statements.Select(Row));
        }

        WriteWallets();
        Section("What happened (UTC)", ["when", "~what", "source"], facts.Timeline.Select(happened =>
            new[] { happened.When.ToString(), happened.What, Keys(happened.Source) }));
        Section("Sources", ["key", "kind", "published", "grade", "~title"], facts.Sources.Select(source => new[]
        {
            source.Key, source.Kind.ToString().ToLowerInvariant(), source.Published is { } day ? $"{day:yyyy-MM-dd}" : "", source.Grade,
            source.Title + (source.DerivedFrom.Count > 0 ? $" (repeats {string.Join(", ", source.DerivedFrom)})" : ""),
        }));
        terminal.Next(
            ($"spoor link {facts.Id}", "What this incident shares with the others."),
            ($"spoor incident show {facts.Id} --json", "Everything, with the titles and addresses of the sources, for programs."));
    }

    private void WriteWallets()
    {
        var sides = facts.Wallets.ToLookup(wallet => wallet.Role.SideOf());
        var names = new[] { (MemberSide.Thief, "Addresses of the thief"), (MemberSide.Victim, "Addresses of the victim"), (MemberSide.Service, "Services that were used") };
        foreach (var (side, name) in names)
        {
            Section(name, ["chain", "address", "role", "name", "source"], sides[side].Select(wallet =>
                new[] { ChainOf(wallet), wallet.Address, wallet.Role.NameOf(), wallet.Name, Keys(wallet.Source) }));
        }
    }

    private void Section(string heading, string[] columns, IEnumerable<string[]> rows)
    {
        var whole = rows.ToList();
        if (whole.Count == 0)
        {
            return;
        }

        terminal.Line();
        terminal.Heading(heading);
        if (Array.Exists(columns, column => column.StartsWith('~')))
        {
            terminal.WrappedTable(columns, whole);
            return;
        }

        terminal.Table(columns, whole);
    }

    private string Cause() => facts.Cause.Length > 0 ? $" Cause: {facts.Cause}." : "";

    private string Categories() => facts.Categories.Count == 0 ? ""
        : $" Category: {string.Join(", ", facts.Categories.Select(category => $"{category.Word} ({category.Vocabulary})"))}.";

    private static string[] Row(LossStatement said) => [said.When?.ToString() ?? "undated", said.Who, Counted.Of(said.Usd), said.Scope, Keys(said.Source)];

    private static string Keys(string source) => source.Replace(";", ", ", StringComparison.Ordinal);

    // Chains are named by long genesis hashes where Spoor does not know them.
    private static string ChainOf(IncidentWallet wallet)
    {
        const int Room = 20;
        return wallet.ChainTitle.Length <= Room ? wallet.ChainTitle : $"{wallet.ChainTitle[..(Room - 1)]}…";
    }
}
