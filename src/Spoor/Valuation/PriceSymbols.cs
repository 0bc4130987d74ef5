using Spoor.Transfers;

namespace Spoor.Valuation;

/// <summary>Which symbols of a price file stand for an asset, from the coins of known chains and a token list.</summary>
/// <remarks>
/// Anyone may call a token ETH, so a symbol is taken only where one thing alone can be meant; what is refused can
/// still be priced under its full name. The rules are in <c>docs/methods/prices.md</c>.
/// </remarks>
public sealed class PriceSymbols
{
    // POL was called MATIC until September 2024, and price files of that time say so.
    private static readonly Dictionary<string, string> FormerNames = new() { ["POL"] = "MATIC" };

    // The day on which POL became the coin of the chain.
    private static readonly DateOnly Renamed = new(2024, 9, 4);

    private readonly TokenList _tokens;
    private readonly HashSet<string> _coins;
    private readonly HashSet<(ChainId Chain, string Symbol)> _twice;

    public PriceSymbols(TokenList tokens)
    {
        _tokens = tokens;
        var natives = ChainRegistry.Known.Select(chain => chain.Native).OfType<Token>().ToList();
        _coins = [.. natives.Select(SymbolOf), .. FormerNames.Values];
        _twice =
        [
            .. tokens.Tokens.GroupBy(token => (token.Asset.Chain, SymbolOf(token))).Where(group => group.Skip(1).Any()).Select(group => group.Key),
        ];
    }

    public static PriceSymbols Builtin { get; } = new(TokenList.Builtin);

    /// <summary>The symbols to look for, the present one first.</summary>
    /// <param name="refusal">Why there are none; empty where there are.</param>
    public IReadOnlyList<string> Of(NamedAsset asset, out string refusal)
    {
        refusal = RefusalOf(asset);
        if (refusal.Length > 0 || !_tokens.TryGet(asset.Asset!.Value, out var token))
        {
            return [];
        }

        string symbol = SymbolOf(token);
        return FormerNames.TryGetValue(symbol, out string? former) && IsCoin(token) ? [symbol, former] : [symbol];
    }

    /// <summary>The symbol under which an asset went on a day: MATIC in 2023, POL today.</summary>
    public static string NameOn(Token token, DateOnly day) =>
        day < Renamed && IsCoin(token) && FormerNames.TryGetValue(SymbolOf(token), out string? former) ? former : token.Symbol;

    private string RefusalOf(NamedAsset asset)
    {
        if (!asset.IsNamed)
        {
            return "its source does not say which asset it is";
        }

        if (asset.Asset is not { } id || !_tokens.TryGet(id, out var token))
        {
            return $"no list says which symbol it has; price it as {asset}";
        }

        bool ambiguous = !IsCoin(token) && (_coins.Contains(SymbolOf(token)) || _twice.Contains((id.Chain, SymbolOf(token))));
        return ambiguous ? $"the symbol {token.Symbol} also names something else; price it as {asset}" : "";
    }

    // Price files write symbols in capitals, token lists write xDAI.
    private static string SymbolOf(Token token) => token.Symbol.ToUpperInvariant();

    private static bool IsCoin(Token token) => ChainRegistry.TryGet(token.Asset.Chain, out var chain) && chain.Native?.Asset == token.Asset;
}
