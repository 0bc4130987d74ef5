using System.Globalization;
using Spoor.Cli.Output;
using Spoor.Incidents;
using Spoor.Reporting;
using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Cli.Demo;

/// <summary>The published theft for people: what happened, where it went, what was said, and what of it is a transaction.</summary>
internal sealed partial class DemoPage(Terminal terminal, PublishedTheft theft, CaseAnswers answers, WatchedTheft watched)
{
    private readonly IncidentFacts _facts = theft.Facts;
    private readonly AmountText _amounts = new(TokenList.Builtin);

    public void Write()
    {
        terminal.Heading($"{_facts.Victim}, {_facts.Started.DayAlone}: {_facts.Title}");
        terminal.Prose(
            "What was published, with sources by key (--json has their titles and links), and what follows from it. Nothing below was read from a chain. "
            + $"Cause: {_facts.Cause}.");
        WriteTimeline();
        WriteWhatLeft();
        WriteWallets();
        WriteTotals();
        WriteStatements("Loss as others stated it; each stands as it was said, none adds to another", _facts.LossStatements);
        WriteRescue();
        WriteTrace();
        WriteLinks();
        WriteAttribution();
        WriteLoss();
        WriteIndustry();
        WriteWatch();
        WriteNext();
    }

    private void WriteTimeline()
    {
        Section("What happened (UTC), and how long after the first theft transaction; shortened, whole with --json");
        terminal.WrappedTable(
            ["when", ">after", "~what", "source"],
            _facts.Timeline.Select(entry => new[] { entry.When.ToString(), After(entry.When), FirstSentence(entry.What), Keys(entry.Source) }));
    }

    private void WriteWhatLeft()
    {
        var first = theft.Transfers.OrderBy(transfer => transfer.Time).ThenBy(transfer => transfer.Tx.ToString(), StringComparer.Ordinal).First();
        Section("What left first");
        terminal.Prose(_facts.Timeline.First(entry => entry.When.CompareTo(_facts.Started) == 0).What);
        terminal.Line();
        terminal.Line($"  transaction  {first.Tx.Render(first.Chain)}");
        terminal.Line($"  time         {Rendered.Moment(first.Time)}");
        terminal.Line($"  amount       {_amounts.WithName(first.Asset, first.Amount)}, {QualityOf(first)}");
        terminal.Line($"  to           {Rendered.Account(first.Chain, first.To) ?? "not published"}");
        terminal.Line($"  from         {Rendered.Account(first.Chain, first.From) ?? $"not published; one of these hot wallets of {_facts.Victim}:"}");
        foreach (var wallet in _facts.WalletsOf(WalletRole.Hot).Where(wallet => first.From is null && wallet.Chain == first.Chain.Value))
        {
            terminal.Line($"               {wallet.Chain}:{wallet.Address}");
        }

        terminal.Line();
        terminal.Line("  Then to the same address, as published totals without transaction hashes:");
        terminal.WrappedTable(
            ["chain", "asset", ">amount", "~note", "source"],
            TotalsOf("first-hour").Select(total => new[] { Chain(total.Chain), total.Asset, Coins(total.Amount), total.Note, Keys(total.Source) }));
    }

    private void WriteRescue()
    {
        var rescue = theft.Rescue;
        Section($"Rescue, not theft: what {_facts.Victim} itself brought to safety");
        terminal.Line($"  {rescue.Chain}:{rescue.Address}");
        terminal.Prose($"{rescue.Note} Spoor adds it to no figure above; a count of outflows that misses this takes it for theft.");
        WriteRows(rescue.Statements);
    }

    private void WriteStatements(string heading, IReadOnlyList<LossStatement> statements)
    {
        Section(heading);
        WriteRows(statements);
    }

    private void WriteRows(IReadOnlyList<LossStatement> statements) => terminal.WrappedTable(
        ["when", "who", ">USD", "~scope", "source"],
        statements.Select(said => new[] { said.When?.ToString() ?? "undated", said.Who, Counted.Of(said.Usd), said.Scope, Keys(said.Source) }));

    private void WriteTrace()
    {
        Section($"Published transactions: {Counted.Of(theft.Import.Rows)}, imported and traced under {theft.Trace.Request.Rule.Name}");
        terminal.Prose(
            $"Only {(theft.Import.Rows == 1 ? "this one was" : "these were")} published with hash, time and amount; every other figure on this page is a published total, "
            + "which no trace can follow before its transactions are imported.");
        terminal.Line();
        foreach (var transfer in theft.Transfers)
        {
            string block = transfer.Position.Block == 0 ? "block not published" : $"block {Counted.Of(transfer.Position.Block)}";
            terminal.Line($"  {transfer.Tx.Render(transfer.Chain)}  amount {QualityOf(transfer)}, {block}");
        }

        terminal.Line();
        terminal.Table(
            ["theft", "asset", ">stolen", ">held", ">[least, most]", ">stopped", ">fees", ">difference"],
            theft.Trace.Books.Select(Book));
        terminal.Prose("Held means: as far as these transactions go. The published totals above tell of more that came, and of what moved on.");
    }

    private string[] Book(Book book)
    {
        var taken = theft.Trace.Thefts.First(one => one.Number == book.Theft);
        var stopped = book.Stopped.Aggregate(Amount.Zero, (sum, stop) => sum + stop.Value);
        return
        [
            Rendered.Account(taken.Asset.Chain, taken.Address) ?? taken.Id, _amounts.NameOf(taken.Asset), _amounts.Of(taken.Asset, book.Stolen), _amounts.Of(taken.Asset, book.Held), BoundsText.Of(theft.Bounds, taken.Asset, taken.Address, _amounts),
            _amounts.Of(taken.Asset, stopped), _amounts.Of(taken.Asset, book.Fees), book.Difference.ToString(CultureInfo.InvariantCulture),
        ];
    }

    private void WriteNext()
    {
        var taken = theft.Trace.Thefts[0];
        string? seed = Rendered.Account(taken.Asset.Chain, taken.Address);
        terminal.Next(
            ("spoor import FILE… --data coinex", "The transfers of these addresses, from a node or an explorer; docs/transfers.md lists the formats."),
            ($"spoor trace --seed {seed} --rule haircut --data coinex", "Where that went which this address received, under one rule."),
            ($"spoor compare {seed} --data coinex", "The same under every rule, side by side."),
            ($"spoor link {_facts.Id}", "What it shares with other thefts, with every counter-check."),
            ($"spoor attribute {_facts.Id} --without fbi-stake", "Who is behind it, step by step, and what would change the answer."),
            ($"spoor loss {_facts.Id}", "The loss by chain and asset, row by row."),
            ("spoor ledger tally --year 2023 --by month", "What the industry lost, by whose count, and why counts differ."),
            ("spoor demo live", "A theft from a made-up exchange on two real chains of this machine, as the watch sees it (needs Anvil)."));
    }

    private void Section(string heading)
    {
        terminal.Line();
        terminal.Heading(heading);
    }

    private IEnumerable<PublishedTotal> TotalsOf(string statement) => _facts.Totals.Where(total => total.Statement == statement);

    private string After(StatedTime when)
    {
        var after = when.Start - _facts.Started.Start;
        return when.IsDay ? "" : when.CompareTo(_facts.Started) == 0 ? "start"
            : string.Create(CultureInfo.InvariantCulture, $"{(int)after.TotalHours} h {after.Minutes:00} min");
    }

    private static string FirstSentence(string text) =>
        text.IndexOf(". ", StringComparison.Ordinal) is var end and > 0 ? text[..(end + 1)] : text;

    private static string QualityOf(Transfer transfer) => transfer.Quality.ToString().ToLowerInvariant();

    private static string Keys(string source) => source.Replace(";", ", ", StringComparison.Ordinal);

    private static string Coins(decimal? amount) => amount?.ToString("#,0.##", CultureInfo.InvariantCulture) ?? "";

    private static string Dollars(long? usd) => usd is { } known ? Counted.Of(known) : "";
}
