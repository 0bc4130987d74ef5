using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Spoor.Transfers;

/// <summary>An asset on a chain by its CAIP-19 name, such as <c>eip155:1/erc20:0xdac1…</c> or <c>eip155:1/slip44:60</c>.</summary>
/// <remarks>
/// EVM contracts are kept in lower case, so that one token has one name. The name says nothing about symbol or
/// decimals: those come from a <see cref="TokenList"/>, never from the wire.
/// </remarks>
public readonly partial record struct AssetId : IComparable<AssetId>
{
    private readonly string? _reference;

    /// <param name="chain">The chain the asset lives on.</param>
    /// <param name="reference">The part after the slash: <c>slip44:60</c>, <c>erc20:0x…</c>, <c>erc721:0x…/7</c>.</param>
    /// <exception cref="FormatException">The reference is not CAIP-19.</exception>
    public AssetId(ChainId chain, string reference)
    {
        if (!Caip19().IsMatch(reference))
        {
            throw new FormatException($"Expected a CAIP-19 asset such as 'slip44:60' or 'erc20:0x…' on {chain}, found '{reference}'.");
        }

        Chain = chain;
        _reference = string.Intern(reference);
    }

    public ChainId Chain { get; }

    /// <summary>The part after the slash.</summary>
    public string Reference => _reference ?? throw new InvalidOperationException("An AssetId was used before it was given a value.");

    /// <exception cref="FormatException">The text is not CAIP-19.</exception>
    public static AssetId Parse(string text)
    {
        int slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0
            ? new(ChainId.Parse(text[..slash]), text[(slash + 1)..])
            : throw new FormatException($"Expected a CAIP-19 asset such as 'eip155:1/slip44:60', found '{text}'.");
    }

    public int CompareTo(AssetId other)
    {
        int order = Chain.CompareTo(other.Chain);
        return order != 0 ? order : string.CompareOrdinal(_reference, other._reference);
    }

    // Texts are interned, so which object it is tells as much as its letters do.
    public override int GetHashCode() => HashCode.Combine(Chain, _reference is null ? 0 : RuntimeHelpers.GetHashCode(_reference));

    public override string ToString() => $"{Chain}/{_reference}";

    [GeneratedRegex(@"^[-a-z0-9]{3,8}:[-.%a-zA-Z0-9]{1,128}(/[-.%a-zA-Z0-9]{1,78})?\z")]
    private static partial Regex Caip19();
}
