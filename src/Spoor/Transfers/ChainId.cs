using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Spoor.Transfers;

/// <summary>A chain by its CAIP-2 name, such as <c>eip155:1</c>.</summary>
/// <remarks>Tron has no CASA namespace; we write <c>tron:0x2b6653dc</c>, as WalletConnect does.</remarks>
public readonly partial record struct ChainId : IComparable<ChainId>
{
    private readonly string? _value;

    private ChainId(string value) => _value = value;

    /// <summary>The CAIP-2 text.</summary>
    public string Value => _value ?? throw new InvalidOperationException("A ChainId was used before it was given a value.");

    /// <summary>The part before the colon: <c>eip155</c>, <c>bip122</c>, <c>tron</c>, <c>xrpl</c>, <c>solana</c>.</summary>
    public string Namespace => Value[..Value.IndexOf(':', StringComparison.Ordinal)];

    /// <exception cref="FormatException">The text is not CAIP-2.</exception>
    public static ChainId Parse(string text) =>
        TryParse(text, out var chain)
            ? chain
            : throw new FormatException($"Expected a CAIP-2 chain such as 'eip155:1', found '{text}'.");

    public static bool TryParse(string? text, out ChainId chain)
    {
        bool valid = text is not null && Caip2().IsMatch(text);
        chain = valid ? new(string.Intern(text!)) : default;
        return valid;
    }

    public int CompareTo(ChainId other) => string.CompareOrdinal(_value, other._value);

    // Texts are interned, so which object it is tells as much as its letters do.
    public override int GetHashCode() => _value is null ? 0 : RuntimeHelpers.GetHashCode(_value);

    public override string ToString() => _value ?? "";

    [GeneratedRegex(@"^[-a-z0-9]{3,8}:[-_a-zA-Z0-9]{1,32}\z")]
    private static partial Regex Caip2();
}
