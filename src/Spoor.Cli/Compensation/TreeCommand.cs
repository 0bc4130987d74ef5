using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Cli.Responding;
using Spoor.Reporting.Compensations;
using Spoor.Response.Compensation.Books;
using Spoor.Response.Compensation.Trees;

namespace Spoor.Cli.Compensation;

/// <summary><c>spoor compensation tree</c>: builds the tree of all pledges and publishes its root.</summary>
internal static class TreeCommand
{
    public static Verb Create(Terminal terminal)
    {
        var command = new Command("tree", "Build the Merkle-sum tree of all pledges and write its root down as published.");
        var desk = DeskOptions.On(command);
        var author = AuthorOptions.On(command);
        var output = new Option<string?>("--out") { Description = "Write the root to this file, to be published (compensation-root/1).", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "The root for programs: compensation-root/1 (docs/json.md)." };
        Array.ForEach<Option>([output, json], command.Options.Add);
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => Task.FromResult(Run(parsed)), cancellation));
        return new(command, ["spoor compensation tree coinex-2023 --out root.json --why 'first publication'", "spoor compensation tree coinex-2023 --json --why 'after disputes'"]);

        int Run(ParseResult parsed)
        {
            var person = author.Read(parsed);
            using var file = desk.OpenExisting(parsed, terminal);
            var open = TypedCompensation.Of(desk, parsed, terminal, file);
            var books = open.Case().Books;
            var root = open.TreeOf(books).Root;
            if (parsed.GetValue(output) is { } path)
            {
                WriteFile(terminal.PathOf(path), root);
            }

            if (books.Offer(new CompensationEntry.Publish(root.Hash)) is EntryVerdict.Fresh { Entry: var entry })
            {
                file.Append(CompensationActs.NoteOf(entry, terminal.Clock.GetUtcNow(), person.By, person.Why));
            }

            if (parsed.GetValue(json))
            {
                SumTreeRootJson.Write(root, terminal.Bytes);
            }
            else
            {
                WritePage(terminal, root, parsed.GetValue(output));
            }

            return ExitCode.Done;
        }
    }

    private static void WriteFile(string path, SumTreeRoot root)
    {
        using var output = File.Create(path);
        SumTreeRootJson.Write(root, output);
    }

    private static void WritePage(Terminal terminal, SumTreeRoot root, string? path)
    {
        terminal.Heading($"Root of {Counted.Of(root.Shape.Leaves, "customer", "customers")} of {root.Shape.Incident}");
        terminal.Line();
        terminal.Line($"  {root.Hash}");
        terminal.Line();
        terminal.Table(["Asset", ">Pledged"], root.Shape.Assets.Zip(root.Totals).Select(line => new[] { line.First.Code, line.Second.ToDecimalString(line.First.Decimals) }));
        terminal.Next(
            (path is null ? $"spoor compensation tree {root.Shape.Incident} --out root.json --why …" : $"publish {path}", "so that every customer compares with the same root"),
            ($"spoor compensation proof {root.Shape.Incident} CUSTOMER --out proof.json", "the proof of one customer, for them alone"));
    }
}
