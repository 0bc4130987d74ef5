using System.Text;
using System.Text.Json.Nodes;
using Spoor.Chains.Nodes;

namespace Spoor.Tests.Evm;

/// <summary>A real node with some of its methods taken away.</summary>
internal sealed class WithholdingTransport(INodeTransport node, IReadOnlyCollection<string> methods) : INodeTransport
{
    public async Task<ReadOnlyMemory<byte>> PostAsync(
        string path, ReadOnlyMemory<byte> body, Action<ReadOnlyMemory<byte>> accept, CancellationToken cancellation)
    {
        var question = JsonNode.Parse(body.Span)!;
        string answer = question is JsonArray calls
            ? $"[{string.Join(',', await Task.WhenAll(calls.Select(call => AnswerAsync(call!, cancellation))))}]"
            : await AnswerAsync(question, cancellation);
        byte[] bytes = Encoding.UTF8.GetBytes(answer);
        accept(bytes);
        return bytes;
    }

    public ValueTask DisposeAsync() => node.DisposeAsync();

    private async Task<string> AnswerAsync(JsonNode call, CancellationToken cancellation)
    {
        if (methods.Contains(call["method"]!.GetValue<string>()))
        {
            return $$"""{"jsonrpc":"2.0","id":{{call["id"]!.ToJsonString()}},"error":{"code":-32601,"message":"Method not found"} }""";
        }

        var answer = await node.PostAsync("", Encoding.UTF8.GetBytes(call.ToJsonString()), _ => { }, cancellation);
        return Encoding.UTF8.GetString(answer.Span);
    }
}
