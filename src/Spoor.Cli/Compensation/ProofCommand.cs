using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Cli.Responding;
using Spoor.Reporting.Compensations;
using Spoor.Response.Compensation.Trees;

namespace Spoor.Cli.Compensation;

/// <summary><c>spoor compensation proof</c>: what one customer needs to check their pledge.</summary>
internal static class ProofCommand
{
    public static Verb Create(Terminal terminal)
    {
        var command = new Command("proof", "Write the proof of one customer against the root published last; it is for that customer alone.");
        var desk = DeskOptions.On(command);
        var customer = new Argument<string>("CUSTOMER") { Description = "The customer, as the balances name them." };
        var output = new Option<string?>("--out") { Description = "Write the proof to this file [default: to standard output].", HelpName = "FILE" };
        command.Arguments.Add(customer);
        command.Options.Add(output);
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(
            terminal,
            () =>
            {
                var open = TypedCompensation.Read(desk, parsed, terminal);
                int place = open.CustomerOf(parsed.GetRequiredValue(customer));
                var books = open.CasePublished().Books;
                var tree = open.TreeOf(books);
                if (tree.Root.Hash != books.Root)
                {
                    throw new FormatException($"{open.Incident}: expected the tree of the root published last, {books.Root}, found {tree.Root.Hash}. Publish a new one with 'spoor compensation tree'.");
                }

                Write(terminal, tree.ProofOf(place), parsed.GetValue(output));
                return Task.FromResult(ExitCode.Done);
            },
            cancellation));
        return new(command, ["spoor compensation proof coinex-2023 c-1001 --out proof.json", "spoor compensation proof coinex-2023 c-1001"]);
    }

    private static void Write(Terminal terminal, CustomerProof proof, string? path)
    {
        if (path is null)
        {
            CustomerProofJson.Write(proof, terminal.Bytes);
            return;
        }

        using var output = File.Create(terminal.PathOf(path));
        CustomerProofJson.Write(proof, output);
        terminal.TalkText.WriteLine($"Wrote the proof of {proof.Customer} to {path}. Give it to nobody else: it holds their salt, and the pledge of a neighbour without a name.");
    }
}
