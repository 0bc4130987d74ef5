using System.CommandLine;
using Spoor.Chains.Files;
using Spoor.Chains.Files.Losses;
using Spoor.Cli.Commands;
using Spoor.Cli.Incidents;
using Spoor.Cli.Labels;
using Spoor.Cli.Output;
using Spoor.Labels;
using Spoor.Reporting;
using Spoor.Screening;
using Spoor.Transfers;
using Spoor.Valuation;
using Spoor.Workspace.Incidents;
using Spoor.Workspace.Screening;

namespace Spoor.Cli.Screening;

/// <summary><c>spoor screen</c>: what is known of addresses, and how grave it is.</summary>
internal static class ScreenCommand
{
    private static readonly IReadOnlyList<string> Examples =
    [
        "spoor screen 0x75497999432B8701330fB68058bd21918C02Ac59",
        "spoor screen 0x098B716B8Aaf21512996dC57EB0615e2383E2f96 --chain ethereum --labels ofac.csv --json > monday.json",
        "spoor screen 0x098B716B8Aaf21512996dC57EB0615e2383E2f96 --chain ethereum --labels ofac.csv --earlier monday.json",
        "spoor screen --file customers.txt --labels ofac.csv --prices closes.csv --json",
    ];

    public static Verb Create(Terminal terminal)
    {
        var addresses = new Argument<string[]>("address") { Description = "An address or a CAIP-10 account; a bare address asks about all chains.", Arity = ArgumentArity.ZeroOrMore };
        var list = new Option<string[]>("--file") { Description = $"A file with one address a line, at most {ScreenList.Most:N0} in all; may be repeated.", HelpName = "LIST" };
        var chain = new Option<string?>("--chain") { Description = "The chain of bare addresses [default: all chains at hand].", HelpName = "CHAIN" };
        var labels = new Option<string[]>("--labels") { Description = "Labels of known addresses, beside those of the store: any kind of docs/labels.md; may be repeated.", HelpName = "FILE" };
        var prices = new Option<string[]>("--prices") { Description = "Prices, so that amounts are in dollars, too; may be repeated.", HelpName = "FILE" };
        var rules = new Option<string?>("--rules") { Description = "A table of screening rules (JSON) in the place of the one that Spoor carries.", HelpName = "FILE" };
        var earlierFile = new Option<string?>("--earlier") { Description = "An earlier screen/1 document: say what changed since, and why.", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "For programs: screen/1 (docs/json.md)." };
        var incidents = IncidentsOption.Create();
        var data = DataOption.Create();
        var command = new Command("screen", "Show what is known of addresses: labels, exposure by category with the payments behind it, and a score with its reasons.")
        {
            addresses, list, chain, labels, prices, rules, earlierFile, incidents, data, json,
        };
        var tokens = TokensOption.On(command);
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => RunAsync(parsed, cancellation), cancellation));
        return new(command, Examples);

        async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
        {
            ChainId? on = parsed.GetValue(chain) is { } name ? ChainRegistry.Find(name).Id : null;
            var asked = ScreenList.Read(parsed.GetValue(addresses) ?? [], (parsed.GetValue(list) ?? []).Select(terminal.PathOf), on);
            var earlier = parsed.GetValue(earlierFile) is { } path ? RecordsOf(terminal.PathOf(path)) : [];
            var files = TypedLabels.Read(parsed.GetValue(labels) ?? [], terminal);
            var before = files.Book.Then(IncidentLabels.Of(incidents.OpenIncidents(parsed, terminal)));
            var listed = tokens.Read(parsed, terminal);
            var table = parsed.GetValue(rules) is { } file ? ScreeningRulesJson.Read(File.ReadAllBytes(terminal.PathOf(file))) : ScreeningRules.Builtin;
            var book = await BookAsync(parsed, on, before, PricesOf(parsed, listed), listed, table, cancellation);
            List<(AddressScreening Screening, ScreeningChange? Change)> answers = [.. asked.Select(one => Answer(book, one, earlier))];
            if (parsed.GetValue(json))
            {
                ScreeningJson.Write(book, answers, terminal.Bytes, files.Cited);
            }
            else
            {
                answers.ForEach(answer => new ScreenPage(terminal, book, answer.Screening, answer.Change).Write());
            }

            return answers.Exists(answer => answer.Screening.IsKnown) ? ExitCode.Done : ExitCode.Nothing;
        }

        // Labels alone are an answer, too; a folder that was named must be there.
        Task<ScreeningBook> BookAsync(
            ParseResult parsed, ChainId? on, LabelBook before, PriceBook book, TokenList listed, ScreeningRules table, CancellationToken cancellation)
        {
            var folder = data.FolderOf(parsed, terminal);
            if (parsed.GetResult(data) is { Implicit: false })
            {
                data.OpenExisting(parsed, terminal).Dispose();
            }
            else if (!File.Exists(folder.StoreFile))
            {
                terminal.TalkText.WriteLine("There are no transfers at hand, so only labels are looked at: import some (spoor import FILE…), or name a folder with --data.");
            }

            return ScreeningBookReading.ReadAsync(folder, on, before, book, listed, table, cancellation);
        }

        PriceBook PricesOf(ParseResult parsed, TokenList listed) => new(
            (parsed.GetValue(prices) ?? []).SelectMany(path => PriceFile.Read(InputFile.Read(terminal.PathOf(path))).Prices), new(listed));
    }

    private static (AddressScreening Screening, ScreeningChange? Change) Answer(
        ScreeningBook book, (Address Address, ChainId? Chain) asked, IReadOnlyList<ScreeningRecord> earlier)
    {
        var screening = book.Screen(asked.Address, asked.Chain);
        var record = earlier.FirstOrDefault(one => one.Address == asked.Address && one.Chain == asked.Chain);
        return (screening, record is null ? null : ScreeningChange.Between(record, screening, book));
    }

    private static IReadOnlyList<ScreeningRecord> RecordsOf(string path)
    {
        if (new FileInfo(path) is { Exists: true, Length: > ScreeningRecordReading.MaxBytes } file)
        {
            throw new FormatException($"{file.Name}: expected at most {ScreeningRecordReading.MaxBytes} bytes, found {file.Length}.");
        }

        try
        {
            return ScreeningRecordReading.Read(File.ReadAllBytes(path));
        }
        catch (FormatException refusal)
        {
            throw new FormatException($"{Path.GetFileName(path)}: {refusal.Message}", refusal);
        }
    }
}
