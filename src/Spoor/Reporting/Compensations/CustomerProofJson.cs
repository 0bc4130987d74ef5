using System.Text.Json;
using Spoor.Response.Compensation.Trees;
using Spoor.Transfers;

namespace Spoor.Reporting.Compensations;

/// <summary>A customer's proof as a file, <c>compensation-proof/1</c>.</summary>
public static class CustomerProofJson
{
    public const string Format = "compensation-proof/1";

    public static void Write(CustomerProof proof, Stream output) => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", Format);
        json.WriteString("incident", proof.Root.Shape.Incident);
        json.WriteString("customer", proof.Customer);
        json.WriteString("salt", proof.Salt);
        json.WriteObjects("assets", proof.Root.Shape.Assets.Zip(proof.Amounts), line =>
        {
            json.WriteString("asset", line.First.Code);
            json.WriteNumber("decimals", line.First.Decimals);
            json.WriteString("amount", line.Second.ToString());
        });
        json.WriteNumber("leaf", proof.Index);
        json.WriteNumber("leaves", proof.Root.Shape.Leaves);
        json.WriteObjects("path", proof.Path, step =>
        {
            json.WriteString("hash", step.Hash);
            WriteAmounts(json, "sums", step.Sums);
        });
        json.WriteStartObject("root");
        json.WriteString("hash", proof.Root.Hash);
        WriteAmounts(json, "totals", proof.Root.Totals);
        json.WriteEndObject();
    });

    /// <param name="file">What a message calls it.</param>
    /// <exception cref="FormatException">The bytes are not such a file; whether the proof holds is another question.</exception>
    public static CustomerProof Read(string file, ReadOnlyMemory<byte> bytes)
    {
        var proof = ProofMembers.Parse(file, bytes, Format, "incident", "customer", "salt", "assets", "leaf", "leaves", "path", "root");
        var lines = proof.Objects("assets", "asset", "decimals", "amount");
        var shape = SumTreeRootJson.ShapeOf(proof, lines);
        var root = proof.Object("root", "hash", "totals");
        return new()
        {
            Customer = proof.Name("customer"),
            Salt = proof.Hash("salt"),
            Amounts = [.. lines.Select(line => line.Amount("amount"))],
            Index = proof.Number("leaf", 0, SumTreeShape.MaxLeaves - 1),
            Path = [.. proof.Objects("path", "hash", "sums").Select(step => new ProofStep(step.Hash("hash"), AmountsOf(step, "sums", shape)))],
            Root = new(shape, AmountsOf(root, "totals", shape), root.Hash("hash")),
        };
    }

    private static IReadOnlyList<Amount> AmountsOf(ProofMembers of, string name, SumTreeShape shape) => of.Amounts(name) is var amounts && amounts.Count == shape.Assets.Count
        ? amounts
        : throw of.Wrong(name, $"{shape.Assets.Count} amounts, one for each asset", $"{amounts.Count}");

    private static void WriteAmounts(Utf8JsonWriter json, string name, IReadOnlyList<Amount> amounts)
    {
        json.WriteStartArray(name);
        foreach (var amount in amounts)
        {
            json.WriteStringValue(amount.ToString());
        }

        json.WriteEndArray();
    }
}
