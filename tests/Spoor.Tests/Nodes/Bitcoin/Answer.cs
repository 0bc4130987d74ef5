using System.Text;
using System.Text.Json.Nodes;
using Spoor.Chains.Bitcoin;
using Spoor.Transfers;

namespace Spoor.Tests.Nodes.Bitcoin;

/// <summary>The answers written for these tests, whole or with something changed.</summary>
internal static class Answer
{
    public static readonly Chain Bitcoin = ChainRegistry.Find("bitcoin");
    public static readonly Chain Zcash = ChainRegistry.Find("zcash");

    public const string Hash = "18cad8d591d2f87b9eaf8f9319490b1ce6f625b4dab76020498a851b2c63c6e6";

    /// <param name="verbosity">3 with what inputs spend, 2 without.</param>
    public static string Text(int verbosity = 3) =>
        File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "tests", "Spoor.Tests", "Nodes", "Bitcoin", "Answers", $"getblock_840000_{verbosity}.json"));

    public static JsonObject Json(int verbosity = 3) => JsonNode.Parse(Text(verbosity))!.AsObject();

    public static Block Decode(string answer, params string[] earlier) => BitcoinDecoder.Decode(
        new() { Block = Encoding.UTF8.GetBytes(answer), Earlier = [.. earlier.Select(one => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(one))] }, Bitcoin);

    public static Block Decode(JsonObject answer, params string[] earlier) => Decode(answer.ToJsonString(), earlier);

    public static JsonObject Transaction(this JsonObject block, int index) => block["tx"]![index]!.AsObject();

    /// <summary>A number exactly as written, which no JSON library would write so.</summary>
    public static string Raw(this JsonObject block, string written) => block.ToJsonString().Replace("\"@\"", written, StringComparison.Ordinal);
}
