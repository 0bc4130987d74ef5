using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Reporting.Compensations;
using Spoor.Response.Compensation.Trees;

namespace Spoor.Cli.Compensation;

/// <summary><c>spoor compensation verify</c>: checks a proof with nothing but the proof and the root.</summary>
internal static class VerifyCommand
{
    private const int MaxBytes = 64 << 20;

    public static Verb Create(Terminal terminal)
    {
        var file = new Argument<string>("PROOF") { Description = "The proof, as the exchange gave it to the customer." };
        var root = new Option<string?>("--root") { Description = "The published root: its file, or its 64 digits.", HelpName = "ROOT" };
        var json = new Option<bool>("--json") { Description = "For programs: compensation-check/1 (docs/json.md)." };
        var command = new Command("verify", "Check a customer's proof; needs neither the desk nor the exchange.") { file, root, json };
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(
            terminal,
            () =>
            {
                string path = terminal.PathOf(parsed.GetRequiredValue(file));
                var proof = CustomerProofJson.Read(Path.GetFileName(path), Read(path));
                string? named = parsed.GetValue(root);
                string? fault = ProofCheck.FaultOf(proof) ?? (named is null ? null : ProofCheck.DifferenceOf(proof.Root, RootOf(terminal, named, proof.Root)));
                if (parsed.GetValue(json))
                {
                    ProofCheckJson.Write(proof, fault, named is not null, terminal.Bytes);
                }
                else
                {
                    WritePage(terminal, proof, fault, named is not null);
                }

                return Task.FromResult(fault is null ? ExitCode.Done : ExitCode.Input);
            },
            cancellation));
        return new(command, ["spoor compensation verify proof.json --root root.json", "spoor compensation verify proof.json --json"]);
    }

    private static void WritePage(Terminal terminal, CustomerProof proof, string? fault, bool isCompared)
    {
        if (fault is not null)
        {
            terminal.Heading("The proof does not hold");
            terminal.Prose($"{char.ToUpperInvariant(fault[0])}{fault[1..]}.");
            return;
        }

        terminal.Heading($"The proof holds: {proof.Customer} is one of {Counted.Of(proof.Root.Shape.Leaves, "customer", "customers")} of {proof.Root.Shape.Incident}");
        terminal.Line();
        terminal.Table(
            ["Asset", ">Pledged to you", ">Pledged in all"],
            proof.Root.Shape.Assets.Zip(proof.Amounts, proof.Root.Totals)
                .Select(line => new[] { line.First.Code, line.Second.ToDecimalString(line.First.Decimals), line.Third.ToDecimalString(line.First.Decimals) }));
        terminal.Line();
        terminal.Line($"  Root {proof.Root.Hash}");
        terminal.Prose(isCompared
            ? "It is the root that was published."
            : "Compare this root with the one that the exchange published: --root ROOT does it.");
    }

    // Digits alone state no totals, so there are none to compare.
    private static SumTreeRoot RootOf(Terminal terminal, string named, SumTreeRoot proven)
    {
        if (named.Length == 2 * SumTreeHasher.HashBytes && named.All(char.IsAsciiHexDigit))
        {
            return proven with { Hash = named.ToLowerInvariant() };
        }

        string path = terminal.PathOf(named);
        return SumTreeRootJson.Read(Path.GetFileName(path), Read(path));
    }

    private static byte[] Read(string path) => new FileInfo(path).Length <= MaxBytes
        ? File.ReadAllBytes(path)
        : throw new FormatException($"{path}: expected at most {MaxBytes >> 20} MB, found more.");
}
