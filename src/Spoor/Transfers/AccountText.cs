namespace Spoor.Transfers;

/// <summary>An account as people type it: a CAIP-10 name, or a bare address whose chain is told or plain from its form.</summary>
public static class AccountText
{
    private static readonly ChainId Ethereum = ChainId.Parse("eip155:1");

    /// <param name="text">A CAIP-10 account or an address.</param>
    /// <param name="chain">The chain of a bare address; null to take Ethereum, or the one family of chains that writes such addresses.</param>
    /// <exception cref="FormatException">Not an account; or one that chains of several families could mean.</exception>
    public static (ChainId Chain, Address Address) Parse(string text, ChainId? chain)
    {
        if (IsCaip10(text))
        {
            return AddressText.ParseCaip10(text);
        }

        if (chain is { } told)
        {
            return (told, AddressText.Parse(told, text));
        }

        if (AddressText.TryParse(Ethereum, text, out var onEthereum))
        {
            return (Ethereum, onEthereum);
        }

        // The registry lists Bitcoin before the chains that took over its addresses.
        var fitting = ChainRegistry.Known.Where(known => AddressText.TryParse(known.Id, text, out _)).DistinctBy(known => known.Family).ToList();
        return fitting switch
        {
            [var only] => (only.Id, AddressText.Parse(only.Id, text)),
            [] => (Ethereum, AddressText.Parse(Ethereum, text)),
            _ => throw new FormatException(
                $"'{text}' is an address on {string.Join(" and on ", fitting)}; say which with --chain, or write it as {fitting[0].Id}:{text}."),
        };
    }

    // A CAIP-10 name has two colons; an address alone may hold one (bitcoincash:q…).
    private static bool IsCaip10(string text)
    {
        int second = text.IndexOf(':', text.IndexOf(':', StringComparison.Ordinal) + 1);
        return second > 0 && ChainId.TryParse(text[..second], out _);
    }
}
