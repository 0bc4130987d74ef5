using System.Globalization;
using System.Text.Json;

namespace Spoor.Transfers;

/// <summary>Token lists as JSON: <c>{"tokens":[{chainId,address,symbol,decimals,name}]}</c>, or the bare array.</summary>
/// <remarks>Source of the shape: https://github.com/Uniswap/token-lists. Members Spoor has no use for are passed over.</remarks>
internal static class TokenListJson
{
    private const int MaxSymbolChars = 64;
    private const int MaxNameChars = 200;

    public static IReadOnlyList<Token> Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return TokensOf(document.RootElement);
    }

    public static IReadOnlyList<Token> Read(Stream json)
    {
        using var document = JsonDocument.Parse(json);
        return TokensOf(document.RootElement);
    }

    private static Token[] TokensOf(JsonElement root)
    {
        var list = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("tokens", out var tokens) ? tokens : root;
        return list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(TokenOf)]
            : throw new FormatException($"Expected a token list with an array 'tokens', found a JSON {root.ValueKind}.");
    }

    private static Token TokenOf(JsonElement entry, int index)
    {
        // Tron is listed by its EIP-155 number, which the registry keeps as an alias.
        long number = Number(entry, "chainId", index, long.MaxValue);
        var chain = ChainRegistry.Find(string.Create(CultureInfo.InvariantCulture, $"eip155:{number}"));
        string text = Text(entry, "address", index, MaxNameChars);
        if (!AddressText.TryParse(chain.Id, text, out var contract))
        {
            throw new FormatException($"Token {index} of the list: expected an address of {chain}, found '{text}'.");
        }

        string symbol = Text(entry, "symbol", index, MaxSymbolChars);
        int decimals = (int)Number(entry, "decimals", index, byte.MaxValue);
        return new(chain.TokenOf(contract), symbol, decimals, Text(entry, "name", index, MaxNameChars));
    }

    private static long Number(JsonElement entry, string member, int index, long max) =>
        entry.ValueKind == JsonValueKind.Object
        && entry.TryGetProperty(member, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt64(out long number)
        && number >= 0
        && number <= max
            ? number
            : throw Bad(entry, member, index, $"a whole number up to {max}");

    // Control characters would reach the terminal of whoever reads a trace.
    private static string Text(JsonElement entry, string member, int index, int maxChars) =>
        entry.TryGetProperty(member, out var value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: > 0 } text
        && text.Length <= maxChars
        && !text.Any(c => char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format)
            ? text
            : throw Bad(entry, member, index, $"text of 1 to {maxChars} characters without control characters");

    private static FormatException Bad(JsonElement entry, string member, int index, string expected) =>
        new($"Token {index} of the list: expected '{member}' to be {expected}, found {entry.GetRawText()}.");
}
