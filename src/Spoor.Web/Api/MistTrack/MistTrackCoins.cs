using Spoor.Transfers;

namespace Spoor.Web.Api.MistTrack;

/// <summary>Coins as clients name them: <c>ETH</c>, <c>USDT-ERC20</c>, <c>ETH-Arbitrum</c>.</summary>
internal static class MistTrackCoins
{
    // The chains on which a native coin needs no name of the chain behind it, and how their tokens are told from others'.
    private static readonly Dictionary<string, string> Standards = new(StringComparer.Ordinal)
    {
        ["eip155:1"] = "ERC20",
        ["eip155:56"] = "BEP20",
        ["tron:0x2b6653dc"] = "TRC20",
    };

    /// <summary>In order of name.</summary>
    public static IReadOnlyDictionary<string, Token> ByName { get; } = new SortedDictionary<string, Token>(
        ChainRegistry.Known.Where(chain => chain.Native is not null).Select(chain => (Name: NativeOf(chain), Token: chain.Native!))
            .Concat(TokenList.Builtin.Tokens.Where(token => ChainRegistry.TryGet(token.Asset.Chain, out _)).Select(token => (Name: TokenOf(token), Token: token)))
            .DistinctBy(coin => coin.Name).ToDictionary(coin => coin.Name, coin => coin.Token),
        StringComparer.Ordinal);

    private static string NativeOf(Chain chain) =>
        Standards.ContainsKey(chain.Id.Value) || ChainRegistry.Known.Count(other => other.Native?.Symbol == chain.Native!.Symbol) == 1
            ? chain.Native!.Symbol
            : $"{chain.Native!.Symbol}-{Plain(chain.Name)}";

    private static string TokenOf(Token token) =>
        $"{token.Symbol}-{(Standards.TryGetValue(token.Asset.Chain.Value, out string? standard) ? standard : Plain(ChainRegistry.Get(token.Asset.Chain).Name))}";

    private static string Plain(string name) => name.Replace(" ", "", StringComparison.Ordinal);
}
