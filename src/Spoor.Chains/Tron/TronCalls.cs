using System.Globalization;
using System.Text;
using System.Text.Json;
using Spoor.Chains.Nodes;
using Spoor.Chains.Nodes.Answers;

namespace Spoor.Chains.Tron;

/// <summary>The calls of a java-tron full node that are used, https://developers.tron.network/reference.</summary>
internal sealed class TronCalls(INodeTransport transport)
{
    private static readonly byte[] Nothing = "{}"u8.ToArray();

    public Task<ReadOnlyMemory<byte>> NewestAsync(CancellationToken cancellation) => AskAsync("wallet/getnowblock", Nothing, cancellation);

    public Task<ReadOnlyMemory<byte>> NewestFinalAsync(CancellationToken cancellation) => AskAsync("walletsolidity/getnowblock", Nothing, cancellation);

    public Task<ReadOnlyMemory<byte>> NodeInfoAsync(CancellationToken cancellation) => AskAsync("wallet/getnodeinfo", Nothing, cancellation);

    public Task<ReadOnlyMemory<byte>> BlockAsync(long height, CancellationToken cancellation) =>
        AskAsync("wallet/getblockbynum", Number(height), cancellation);

    public Task<ReadOnlyMemory<byte>> InfosAsync(long height, CancellationToken cancellation) =>
        AskAsync("wallet/gettransactioninfobyblocknum", Number(height), cancellation);

    private Task<ReadOnlyMemory<byte>> AskAsync(string path, ReadOnlyMemory<byte> body, CancellationToken cancellation) =>
        transport.PostAsync(path, body, answer => RefuseErrors(path, answer), cancellation);

    // java-tron answers errors with status 200 and one member.
    private static void RefuseErrors(string path, ReadOnlyMemory<byte> answer) => AnswerText.Read(answer, path, (json, place) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty("Error", out var error)
            ? throw new NodeAnswerException($"{path} was answered with '{NodeText.Printable(error.ToString())}'") { Code = 0 }
            : true);

    private static byte[] Number(long height) => Encoding.UTF8.GetBytes($"{{\"num\":{height.ToString(CultureInfo.InvariantCulture)}}}");
}
