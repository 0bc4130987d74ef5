using System.Diagnostics.CodeAnalysis;

namespace Spoor.Transfers;

/// <summary>Symbols and decimals by contract, from lists somebody answers for; never from what a contract says of itself.</summary>
/// <remarks>
/// Anyone can deploy a token that calls itself USDT. So a symbol is shown only for an asset on the list, and every other
/// asset is shown by its CAIP-19 name with the amount in its smallest units.
/// </remarks>
public sealed class TokenList
{
    private readonly Dictionary<AssetId, Token> _tokens = [];
    private readonly List<TokenConflict> _conflicts = [];

    /// <summary>The first entry of an asset wins.</summary>
    public TokenList(IEnumerable<Token> tokens)
    {
        foreach (var token in tokens)
        {
            Add(token);
        }
    }

    /// <summary>The few tokens that most cases meet, from the embedded <c>tokens.json</c>.</summary>
    public static TokenList Builtin { get; } = ReadBuiltin();

    /// <summary>In order of asset.</summary>
    public IReadOnlyList<Token> Tokens => [.. _tokens.Values.OrderBy(token => token.Asset)];

    /// <summary>In the order met.</summary>
    public IReadOnlyList<TokenConflict> Conflicts => _conflicts;

    /// <summary>Reads a list in the shape of the Uniswap token list standard.</summary>
    /// <exception cref="FormatException">Not such a list; the message names the entry.</exception>
    public static TokenList Parse(string json) => new(TokenListJson.Parse(json));

    /// <inheritdoc cref="Parse"/>
    public static TokenList Read(Stream json) => new(TokenListJson.Read(json));

    /// <summary>All tokens of several lists; the earlier list wins, and what it overruled is in <see cref="Conflicts"/>.</summary>
    public static TokenList Merge(params IEnumerable<TokenList> lists)
    {
        var merged = new TokenList([]);
        foreach (var list in lists)
        {
            merged._conflicts.AddRange(list._conflicts);
            foreach (var token in list.Tokens)
            {
                merged.Add(token);
            }
        }

        return merged;
    }

    /// <summary>Finds a listed token or the coin of a known chain.</summary>
    public bool TryGet(AssetId asset, [NotNullWhen(true)] out Token? token)
    {
        if (!_tokens.TryGetValue(asset, out token)
            && ChainRegistry.TryGet(asset.Chain, out var chain)
            && chain.Native?.Asset == asset)
        {
            token = chain.Native;
        }

        return token is not null;
    }

    /// <summary><c>1,234.5 USDT</c> for a known asset; smallest units and the full name for any other.</summary>
    public string Show(AssetId asset, Amount amount) =>
        TryGet(asset, out var token)
            ? $"{amount.ToDecimalString(token.Decimals)} {token.Symbol}"
            : $"{amount} units of {asset}";

    private static TokenList ReadBuiltin()
    {
        using var stream = Embedded.Open("tokens.json");
        return Read(stream);
    }

    private void Add(Token token)
    {
        if (_tokens.TryAdd(token.Asset, token))
        {
            return;
        }

        var kept = _tokens[token.Asset];
        if (kept.Symbol != token.Symbol || kept.Decimals != token.Decimals)
        {
            _conflicts.Add(new(kept, token));
        }
    }
}
