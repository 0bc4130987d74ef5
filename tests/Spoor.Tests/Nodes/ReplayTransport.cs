using System.Text;
using System.Text.Json;
using Spoor.Chains.Nodes;

namespace Spoor.Tests.Nodes;

/// <summary>Plays recorded answers in place of a node; asks again as often as it is told when an answer is not accepted.</summary>
internal sealed class ReplayTransport(Func<string, string, string> answer, int attempts = 2) : INodeTransport
{
    private readonly Lock _lock = new();

    /// <summary>What was asked, in order: <c>getblockhash [0]</c>, <c>wallet/getblockbynum {"num":0}</c>.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>JSON-RPC: a method and its parameters bring a result, or an error where it begins with <c>error</c>.</summary>
    public static ReplayTransport OfRpc(Func<string, string> resultOf) => new((_, body) =>
    {
        using var question = JsonDocument.Parse(body);
        return question.RootElement.ValueKind == JsonValueKind.Array
            ? $"[{string.Join(',', question.RootElement.EnumerateArray().Select(call => Envelope(call, resultOf)))}]"
            : Envelope(question.RootElement, resultOf);
    });

    public Task<ReadOnlyMemory<byte>> PostAsync(
        string path, ReadOnlyMemory<byte> body, Action<ReadOnlyMemory<byte>> accept, CancellationToken cancellation)
    {
        string question = Encoding.UTF8.GetString(body.Span);
        for (int attempt = 1; ; attempt++)
        {
            cancellation.ThrowIfCancellationRequested();
            lock (_lock)
            {
                Asked.Add($"{path} {question}");
            }

            ReadOnlyMemory<byte> found = Encoding.UTF8.GetBytes(answer(path, question));
            try
            {
                accept(found);
                return Task.FromResult(found);
            }
            catch (NodeAnswerException fault) when (fault.MayPass)
            {
                if (attempt >= attempts)
                {
                    throw new NodeException($"The replay gave no acceptable answer: {fault.Message}", fault);
                }
            }
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static string Envelope(JsonElement call, Func<string, string> resultOf)
    {
        string id = call.GetProperty("id").GetRawText();
        string result = resultOf($"{call.GetProperty("method").GetString()} {call.GetProperty("params").GetRawText()}");
        return result.StartsWith("error", StringComparison.Ordinal)
            ? $$"""{"jsonrpc":"2.0","id":{{id}},"error":{{result[5..]}}}"""
            : $$"""{"jsonrpc":"2.0","id":{{id}},"result":{{result}}}""";
    }
}
