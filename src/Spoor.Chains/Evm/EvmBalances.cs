using System.Text.Json;
using Spoor.Chains.Nodes;
using Spoor.Chains.Nodes.JsonRpc;
using Spoor.Transfers;

namespace Spoor.Chains.Evm;

/// <summary>What an address held of an asset after a block.</summary>
/// <param name="Amount">Null when the node cannot tell: it does not keep the state, the token answers nothing, or more than 128 bits.</param>
public sealed record EvmBalance(Address Holder, AssetId Asset, Amount? Amount);

/// <summary>Opening balances from a node, so that a watch that starts today knows what is at risk.</summary>
/// <param name="chain">Must have a native coin, see <see cref="Chain.Native"/>, for its balance to be named.</param>
/// <param name="rpc">To a node that keeps the state of the blocks asked about.</param>
public sealed class EvmBalances(Chain chain, RpcClient rpc)
{
    private const int WordChars = 2 + 64;

    /// <summary>Native coin and tokens of every address, after a block, in the order of the addresses and then of the tokens.</summary>
    /// <param name="addresses">Whose.</param>
    /// <param name="tokens">Contracts with <c>balanceOf</c>.</param>
    /// <param name="block">After this block.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="NodeException">The node does not answer.</exception>
    public async Task<IReadOnlyList<EvmBalance>> AtAsync(
        IReadOnlyCollection<Address> addresses, IReadOnlyCollection<Address> tokens, long block, CancellationToken cancellation)
    {
        var asked = new List<(Address Holder, AssetId Asset, RpcCall Call)>();
        foreach (var holder in addresses)
        {
            if (chain.Native is { } coin)
            {
                asked.Add((holder, coin.Asset, EvmCalls.Balance(holder, block)));
            }

            asked.AddRange(tokens.Select(token => (holder, chain.TokenOf(token), EvmCalls.TokenBalance(token, holder, block))));
        }

        var answers = await rpc.BatchAsync([.. asked.Select(question => question.Call)], cancellation);
        return [.. asked.Select((question, i) => new EvmBalance(question.Holder, question.Asset, AmountOf(answers[i])))];
    }

    private static Amount? AmountOf(RpcAnswer answer)
    {
        if (answer.Error is not null)
        {
            return null;
        }

        using var document = JsonDocument.Parse(answer.Json);
        string? text = document.RootElement.ValueKind == JsonValueKind.String ? document.RootElement.GetString() : null;

        // A contract without balanceOf answers nothing or whatever its fallback returns: one word is a number, all else is not.
        bool isNumber = answer.Call.Method != "eth_call" || text?.Length == WordChars;
        return isNumber && EvmText.TryNumber(text, out var units) ? new Amount(units) : null;
    }
}
