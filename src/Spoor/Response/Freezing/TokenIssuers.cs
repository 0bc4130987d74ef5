using System.Text.Json;
using Spoor.Transfers;

namespace Spoor.Response.Freezing;

/// <summary>Who can stop a token at any address that holds it: by contract, from what the issuers publish of themselves.</summary>
/// <remarks>A token bridged or pegged by somebody else (Binance-Peg USDT) is not its namesake's to freeze, so it is not listed.</remarks>
public sealed class TokenIssuers
{
    private readonly Dictionary<AssetId, string> _names;

    private TokenIssuers(Dictionary<AssetId, string> names) => _names = names;

    /// <summary>From the embedded <c>issuers.json</c>.</summary>
    public static TokenIssuers Builtin { get; } = Read();

    /// <summary>Null where nobody is known who could freeze it.</summary>
    public string? Of(AssetId asset) => _names.GetValueOrDefault(asset);

    private static TokenIssuers Read()
    {
        using var stream = Embedded.Open(typeof(TokenIssuers), "issuers.json");
        using var document = JsonDocument.Parse(stream);
        return new((
            from issuer in document.RootElement.GetProperty("issuers").EnumerateArray()
            from token in TokenList.Parse(issuer.GetRawText()).Tokens
            select (token.Asset, Name: issuer.GetProperty("name").GetString()!)).ToDictionary(row => row.Asset, row => row.Name));
    }
}
