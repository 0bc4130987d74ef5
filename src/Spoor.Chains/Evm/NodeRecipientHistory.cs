using System.Text.Json;
using Spoor.Chains.Nodes.JsonRpc;
using Spoor.Detection;
using Spoor.Transfers;

namespace Spoor.Chains.Evm;

/// <summary>The past of an address as its chain's node knows it: what it sent, what lies there and what it held just before a block.</summary>
/// <remarks>
/// Needs the state of the block below, which every node has of its newest blocks and only an archive node of old ones.
/// What a node cannot tell stays unknown: it is never taken for zero.
/// </remarks>
/// <param name="nodes">By chain.</param>
public sealed class NodeRecipientHistory(IReadOnlyDictionary<ChainId, RpcClient> nodes) : IRecipientHistory
{
    public async Task<IReadOnlyDictionary<Address, RecipientHistory>> BeforeAsync(
        ChainId chain, IReadOnlyCollection<Address> addresses, long block, CancellationToken cancellation)
    {
        Address[] all = [.. addresses.Distinct()];
        if (block <= 0 || !nodes.TryGetValue(chain, out var rpc))
        {
            return all.ToDictionary(address => address, _ => RecipientHistory.Unknown);
        }

        Address[] asked = [.. all.Where(address => address.Kind == AddressKind.Account20)];
        var answers = await rpc.BatchAsync([.. asked.SelectMany(address => Calls(address, block - 1))], cancellation);
        var histories = asked.Select((address, i) => (address, History: Read(answers, 3 * i)))
            .ToDictionary(pair => pair.address, pair => pair.History);
        return all.ToDictionary(address => address, address => histories.GetValueOrDefault(address, RecipientHistory.Unknown));
    }

    private static IEnumerable<RpcCall> Calls(Address address, long block) =>
        [EvmCalls.Nonce(address, block), EvmCalls.Code(address, block), EvmCalls.Balance(address, block)];

    private static RecipientHistory Read(IReadOnlyList<RpcAnswer> answers, int first) => new()
    {
        Nonce = EvmText.TryCount(Text(answers[first]), out long nonce) ? nonce : null,
        HasCode = HasCode(Text(answers[first + 1])),
        Balance = EvmText.TryNumber(Text(answers[first + 2]), out var balance) ? new Amount(balance) : null,
    };

    // An account that hands its calls to a contract (EIP-7702) has code that begins 0xef0100 and is a person's all the same.
    private static bool? HasCode(string? code) =>
        code is null || !code.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            ? null
            : code.Length > 2 && !code.StartsWith("0xef0100", StringComparison.OrdinalIgnoreCase);

    private static string? Text(RpcAnswer answer)
    {
        if (answer.Error is not null)
        {
            return null;
        }

        using var document = JsonDocument.Parse(answer.Json);
        return document.RootElement.ValueKind == JsonValueKind.String ? document.RootElement.GetString() : null;
    }
}
