using System.Globalization;
using System.Text.Json;
using Spoor.Transfers;

namespace Spoor.Response.Freezing;

/// <summary>Who can stop a token at any address that holds it: by contract, from what the issuers publish of themselves.</summary>
/// <remarks>A token bridged or pegged by somebody else (Binance-Peg USDT) is not its namesake's to freeze, so it is not listed.</remarks>
public sealed class TokenIssuers
{
    private readonly Dictionary<AssetId, string> _names;
    private readonly Dictionary<(ChainId Chain, Address Multisig), string> _multisigs;

    private TokenIssuers(Dictionary<AssetId, string> names, Dictionary<(ChainId Chain, Address Multisig), string> multisigs) => (_names, _multisigs) = (names, multisigs);

    /// <summary>From the embedded <c>issuers.json</c>.</summary>
    public static TokenIssuers Builtin { get; } = Read();

    /// <summary>Null where nobody is known who could freeze it.</summary>
    public string? Of(AssetId asset) => _names.GetValueOrDefault(asset);

    /// <summary>Whether a call of this contract is a call of the multisig through which the issuer of the token freezes.</summary>
    public bool Freezes(ChainId chain, Address multisig, Address token) =>
        _multisigs.TryGetValue((chain, multisig), out string? issuer) && Of(ChainRegistry.Get(chain).TokenOf(token)) == issuer;

    private static TokenIssuers Read()
    {
        using var stream = Embedded.Open(typeof(TokenIssuers), "issuers.json");
        using var document = JsonDocument.Parse(stream);
        List<JsonElement> issuers = [.. document.RootElement.GetProperty("issuers").EnumerateArray()];
        return new(
            (from issuer in issuers
             from token in TokenList.Parse(issuer.GetRawText()).Tokens
             select (token.Asset, Name: NameOf(issuer))).ToDictionary(row => row.Asset, row => row.Name),
            (from issuer in issuers
             where issuer.TryGetProperty("multisigs", out _)
             from multisig in issuer.GetProperty("multisigs").EnumerateArray()
             select (Account: AccountOf(multisig), Name: NameOf(issuer))).ToDictionary(row => row.Account, row => row.Name));
    }

    private static string NameOf(JsonElement issuer) => issuer.GetProperty("name").GetString()!;

    private static (ChainId Chain, Address Multisig) AccountOf(JsonElement multisig) =>
        AddressText.ParseCaip10($"eip155:{multisig.GetProperty("chainId").GetInt64().ToString(CultureInfo.InvariantCulture)}:{multisig.GetProperty("address").GetString()}");
}
