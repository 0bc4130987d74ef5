using Spoor.Transfers.Codecs;

namespace Spoor.Transfers;

/// <summary>Addresses as people write them: checked and decoded on the way in, in one canonical form on the way out.</summary>
/// <remarks>What each chain accepts and writes is in <c>docs/addresses.md</c>.</remarks>
public static class AddressText
{
    private const int MaxCharsShown = 120;

    /// <exception cref="FormatException">The text is not an address of the chain, or the chain is not known.</exception>
    public static Address Parse(ChainId chain, string text)
    {
        var fault = ChainRegistry.AddressesOf(chain).Read(text, out var address);
        return fault == AddressFault.None ? address : throw Refused(chain, text, fault);
    }

    /// <exception cref="FormatException">The chain is not known; a fault of the text only returns false.</exception>
    public static bool TryParse(ChainId chain, string? text, out Address address)
    {
        bool valid = ChainRegistry.AddressesOf(chain).Read(text, out address) == AddressFault.None;
        address = valid ? address : default;
        return valid;
    }

    /// <summary>What is wrong with a text that should be an address of a chain, in words; empty for a good one.</summary>
    /// <exception cref="FormatException">The chain is not known.</exception>
    public static string FaultOf(ChainId chain, string text) =>
        ChainRegistry.AddressesOf(chain).Read(text, out _) is var fault and not AddressFault.None ? Explain(fault, text) : "";

    /// <exception cref="FormatException">The chain has no such addresses, or is not known.</exception>
    public static string Render(ChainId chain, Address address) => ChainRegistry.AddressesOf(chain).Render(address);

    /// <summary>An address whose chain is not told, as the first chain that uses such keys writes it: Ethereum, Bitcoin, and so on.</summary>
    public static string RenderKey(Address address) => Render(HomeOf(address.Kind), address);

    /// <summary>The account's CAIP-10 name: chain, colon, address with its checksum.</summary>
    /// <remarks>CAIP-10 has no room for a colon in an address, so the prefix of a CashAddr is left out.</remarks>
    public static string ToCaip10(ChainId chain, Address address)
    {
        string text = Render(chain, address);
        return $"{chain.Value}:{text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..]}";
    }

    /// <exception cref="FormatException">The text is not a CAIP-10 account of a known chain.</exception>
    public static (ChainId Chain, Address Address) ParseCaip10(string text)
    {
        int first = text.IndexOf(':', StringComparison.Ordinal);
        int second = text.IndexOf(':', first + 1);
        if (first < 0 || second < 0 || !ChainId.TryParse(text[..second], out var chain))
        {
            throw new FormatException($"Expected a CAIP-10 account such as 'eip155:1:0x…', found '{Shown(text)}'.");
        }

        return (chain, Parse(chain, text[(second + 1)..]));
    }

    private static FormatException Refused(ChainId id, string text, AddressFault fault)
    {
        var chain = ChainRegistry.Get(id);
        return new($"Expected an address of {chain}, {chain.Addresses.Expected}; {Explain(fault, text)}: '{Shown(text)}'.");
    }

    private static string Explain(AddressFault fault, string text) => fault switch
    {
        AddressFault.Prefix => "the prefix is of another chain or missing",
        AddressFault.Length => $"the length is wrong ({text.Length} characters)",
        AddressFault.Character => "a character is not of the alphabet",
        AddressFault.MixedCase => "upper and lower case are mixed",
        AddressFault.Checksum => "the checksum does not match, so a character is wrong or missing",
        AddressFault.Padding => "the padding bits are not zero",
        AddressFault.Version => "its version or flag has no meaning",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "A good address was to be refused."),
    };

    private static string Shown(string text) => text.Length <= MaxCharsShown ? text : text[..MaxCharsShown] + "…";

    /// <summary>The first chain that uses keys of a kind.</summary>
    public static ChainId HomeOf(AddressKind kind) => ChainRegistry.Find(kind switch
    {
        AddressKind.Account20 => "ethereum",
        AddressKind.Xrp => "xrpl:0",
        AddressKind.Solana => "solana",
        _ => "bitcoin",
    }).Id;
}
