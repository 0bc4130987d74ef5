using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace Spoor.Tests.Evm;

/// <summary>Recorded answers of real nodes, and the frame a test puts around those that were recorded without their block.</summary>
internal static class RecordedAnswers
{
    internal const string Folder = "chain_fixtures";

    /// <summary>The files of a folder of the shared data, sorted; the test is skipped where there is none.</summary>
    internal static IReadOnlyList<string> Files(string folder) =>
        [.. Directory.EnumerateFiles(SharedData.File($"{Folder}/{folder}"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    internal static string Relative(string path) => Path.GetRelativePath(SharedData.File(Folder), path).Replace('\\', '/');

    internal static bool Exists(string relative) => File.Exists(Path.Combine(SharedData.File(Folder), relative));

    internal static byte[] Read(string relative)
    {
        using var file = File.OpenRead(Path.Combine(SharedData.File(Folder), relative));
        using var unpacked = relative.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        using var bytes = new MemoryStream();
        unpacked.CopyTo(bytes);
        return bytes.ToArray();
    }

    internal static JsonNode? Json(string relative) =>
        JsonNode.Parse(Encoding.UTF8.GetString(Read(relative)).TrimStart('\uFEFF'), null, new() { MaxDepth = 5_000 });

    /// <summary>The value of <c>result</c>, as a decoder gets it; an answer recorded without envelope is that value.</summary>
    internal static JsonNode? Result(string relative) =>
        Json(relative) is JsonObject answer && answer.ContainsKey("result") ? answer["result"] : Json(relative);

    internal static ReadOnlyMemory<byte> Bytes(JsonNode? node) => Encoding.UTF8.GetBytes(node?.ToJsonString() ?? "null");

    /// <summary>A block around transactions of known index; others before them are made up and move nothing.</summary>
    internal static JsonObject Frame(long height, string hash, IReadOnlyDictionary<int, JsonObject> transactions, int count)
    {
        var all = new JsonArray();
        for (int i = 0; i < count; i++)
        {
            all.Add(transactions.TryGetValue(i, out var known) ? Completed(known, i) : Filler(i));
        }

        return new()
        {
            ["number"] = $"0x{height:x}",
            ["hash"] = hash,
            ["parentHash"] = "0x" + new string('1', 64),
            ["timestamp"] = "0x5f5e1000",
            ["transactions"] = all,
        };
    }

    internal static JsonObject Filler(int index) => Completed([], index);

    private static JsonObject Completed(JsonObject transaction, int index)
    {
        var whole = (JsonObject)transaction.DeepClone();
        whole["hash"] ??= $"0x{new string('f', 56)}{index:x8}";
        whole["from"] ??= "0x" + new string('1', 40);
        whole["value"] ??= "0x0";
        whole["input"] ??= "0x";
        whole["nonce"] ??= "0x0";
        whole["gas"] ??= "0xfffffff";
        whole["gasPrice"] ??= "0x1";
        if (!whole.ContainsKey("to"))
        {
            whole["to"] = "0x" + new string('2', 40);
        }

        return whole;
    }
}
