using Spoor.Response.Compensation.Trees;

namespace Spoor.Reporting.Compensations;

/// <summary>What checking a proof came to, <c>compensation-check/1</c>.</summary>
public static class ProofCheckJson
{
    /// <param name="fault">Null where the proof holds.</param>
    /// <param name="isCompared">Whether the root was held against one that was handed in.</param>
    public static void Write(CustomerProof proof, string? fault, bool isCompared, Stream output) => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", "compensation-check/1");
        json.WriteBoolean("holds", fault is null);
        json.WriteString("fault", fault);
        json.WriteBoolean("comparedWithRoot", isCompared);
        json.WriteString("incident", proof.Root.Shape.Incident);
        json.WriteString("customer", proof.Customer);
        json.WriteNumber("customers", proof.Root.Shape.Leaves);
        json.WriteString("root", proof.Root.Hash);
        json.WriteObjects("assets", proof.Root.Shape.Assets.Zip(proof.Amounts, proof.Root.Totals), line =>
        {
            json.WriteString("asset", line.First.Code);
            json.WriteNumber("decimals", line.First.Decimals);
            json.WriteString("amount", line.Second.ToString());
            json.WriteString("total", line.Third.ToString());
        });
    });
}
