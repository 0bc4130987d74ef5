using Spoor.Response.Compensation;
using Spoor.Response.Compensation.Trees;

namespace Spoor.Reporting.Compensations;

/// <summary>What an exchange publishes of its tree, <c>compensation-root/1</c>.</summary>
public static class SumTreeRootJson
{
    public const string Format = "compensation-root/1";

    public static void Write(SumTreeRoot root, Stream output) => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", Format);
        json.WriteString("incident", root.Shape.Incident);
        json.WriteNumber("leaves", root.Shape.Leaves);
        json.WriteObjects("assets", root.Shape.Assets.Zip(root.Totals), line =>
        {
            json.WriteString("asset", line.First.Code);
            json.WriteNumber("decimals", line.First.Decimals);
            json.WriteString("total", line.Second.ToString());
        });
        json.WriteString("hash", root.Hash);
    });

    /// <param name="file">What a message calls it.</param>
    /// <exception cref="FormatException">The bytes are not such a file.</exception>
    public static SumTreeRoot Read(string file, ReadOnlyMemory<byte> bytes)
    {
        var root = ProofMembers.Parse(file, bytes, Format, "incident", "leaves", "assets", "hash");
        var lines = root.Objects("assets", "asset", "decimals", "total");
        return new(ShapeOf(root, lines), [.. lines.Select(line => line.Amount("total"))], root.Hash("hash"));
    }

    internal static SumTreeShape ShapeOf(ProofMembers of, IReadOnlyList<ProofMembers> lines)
    {
        List<(string Code, int Decimals)> assets = [.. lines.Select(line => (line.Name("asset"), line.Number("decimals", 0, LostAsset.MaxDecimals)))];
        if (assets.Count is 0 or > SumTreeShape.MaxAssets)
        {
            throw of.Wrong("assets", $"1 to {SumTreeShape.MaxAssets} assets", $"{assets.Count}");
        }

        // Of an asset in two columns a reader would take one for the whole.
        var twice = assets.GroupBy(asset => asset.Code, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        return twice is null
            ? new(of.Name("incident"), assets, of.Number("leaves", 1, SumTreeShape.MaxLeaves))
            : throw of.Wrong("assets", "each asset once", twice.Key);
    }
}
