using System.Text;
using System.Text.Json.Nodes;
using Spoor.Chains.Tron;
using Spoor.Transfers;

namespace Spoor.Tests.Nodes.Tron;

/// <summary>The answers written for these tests, whole or with something changed.</summary>
internal static class TronText
{
    public const long Height = 62_300_000;
    public const string Id = "0000000003b69f607f3ad7706ebe04a058358b74d0a938cc25d6164bb28a8bc5";
    public const string NextId = "0000000003b69f618bdd7d53a08bb5fdf5da4dca7232e58fb439131c6c2d186b";

    public static readonly Chain Chain = ChainRegistry.Find("tron");

    public static string Block(long height = Height) => Read($"getblockbynum_{height}.json");

    public static string Infos() => Read($"gettransactioninfobyblocknum_{Height}.json");

    public static Block Decode(string block, string infos) =>
        TronDecoder.Decode(new() { Block = Encoding.UTF8.GetBytes(block), Infos = Encoding.UTF8.GetBytes(infos) }, Chain);

    /// <summary>The block with something changed in its answers.</summary>
    public static Block Decode(Action<JsonObject, JsonArray> change)
    {
        var block = JsonNode.Parse(Block())!.AsObject();
        var infos = JsonNode.Parse(Infos())!.AsArray();
        change(block, infos);
        return Decode(block.ToJsonString(), infos.ToJsonString());
    }

    public static JsonObject Transaction(this JsonObject block, int index) => block["transactions"]![index]!.AsObject();

    /// <summary>What a transaction asks for.</summary>
    public static JsonObject Value(this JsonObject block, int index) => block.Transaction(index)["raw_data"]!["contract"]![0]!["parameter"]!["value"]!.AsObject();

    private static string Read(string name) =>
        File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "tests", "Spoor.Tests", "Nodes", "Tron", "Answers", name));
}
