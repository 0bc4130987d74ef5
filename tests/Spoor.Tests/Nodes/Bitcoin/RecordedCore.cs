using System.Text.Json.Nodes;

namespace Spoor.Tests.Nodes.Bitcoin;

/// <summary>What a Bitcoin Core answers that has the block written for these tests as its head.</summary>
internal static class RecordedCore
{
    public const string TooHigh = """error{"code":-8,"message":"Block height out of range"}""";

    private const string Genesis = "\"000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f\"";

    public static string Recorded(string question) => question switch
    {
        "getblockchaininfo []" => $$"""{"chain":"main","blocks":840000,"bestblockhash":"{{Answer.Hash}}"}""",
        "getblockhash [840000]" => $"\"{Answer.Hash}\"",
        _ when question.StartsWith("getblockhash", StringComparison.Ordinal) => TooHigh,
        _ when question.StartsWith("getblockheader [\"00000000839a", StringComparison.Ordinal) =>
            """{"hash":"00000000839a8e6886ab5951d76f411475428afc90947ee320161bbf18eb6048","height":1,"previousblockhash":"000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f","time":1231469665}""",
        _ when question.StartsWith("getblockheader", StringComparison.Ordinal) => HeaderOnly(),
        _ => Answer.Text(),
    };

    private static string HeaderOnly()
    {
        var header = Answer.Json();
        header.Remove("tx");
        return header.ToJsonString();
    }

    public static string Identity(string question, string fork) => question switch
    {
        "getblockhash [0]" => Genesis,
        "getblockhash [478559]" => fork,
        _ => """{"version":270000,"subversion":"/Satoshi:27.0.0/"}""",
    };

    // A verbose transaction with enough outputs to hold those that the block spends, made of what verbosity 3 says of them.
    public static string Earlier(string question)
    {
        string id = question.Split('"')[1];
        var outputs = new JsonArray();
        foreach (var input in Answer.Json()["tx"]!.AsArray().SelectMany(tx => tx!["vin"]!.AsArray()).Where(input => input!["txid"]?.GetValue<string>() == id))
        {
            int place = input!["vout"]!.GetValue<int>();
            while (outputs.Count < place)
            {
                outputs.Add(new JsonObject { ["value"] = 0, ["n"] = outputs.Count, ["scriptPubKey"] = new JsonObject { ["hex"] = "6a" } });
            }

            outputs.Add(new JsonObject { ["value"] = input["prevout"]!["value"]!.DeepClone(), ["n"] = place, ["scriptPubKey"] = input["prevout"]!["scriptPubKey"]!.DeepClone() });
        }

        return new JsonObject { ["txid"] = id, ["vin"] = new JsonArray(), ["vout"] = outputs }.ToJsonString();
    }
}
