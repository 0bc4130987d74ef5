using Spoor.Transfers;

namespace Spoor.Attribution.Checks;

/// <summary>Addresses whose letters somebody chose: their bytes look hashed, so only the text betrays them.</summary>
/// <remarks>
/// A Base58 address ends in a checksum, so a text that was chosen up to its last six letters has no key that anybody could find.
/// Sources: the announcement of Counterparty's burn (January 2014), Bitcoin Eater of 2013, the XRP Ledger's special addresses
/// (xrpl.org) and Solana's incinerator. By chance six equal letters in a row come once in some 20 million Base58 addresses and
/// eleven in a row never; a vanity generator makes six in hours, and eleven in no lifetime.
/// </remarks>
internal static class ChosenText
{
    private const int UnlikelyRun = 6;
    private const int ImpossibleRun = 11;

    private static readonly IReadOnlyList<(string Chain, string Address)> Burns =
    [
        ("bitcoin", "1CounterpartyXXXXXXXXXXXXXXXUWLpVr"), ("bitcoin", "1BitcoinEaterAddressDontSendf59kuE"), ("bitcoin", "1111111111111111111114oLvT2"),
        ("xrp", "rrrrrrrrrrrrrrrrrrrrrhoLvTp"), ("xrp", "rrrrrrrrrrrrrrrrrrrrBZbvji"), ("xrp", "rrrrrrrrrrrrrrrrrNAMEtxvNvQ"), ("xrp", "rrrrrrrrrrrrrrrrrrrn5RM1rHd"),
        ("solana", "11111111111111111111111111111111"), ("solana", "1nc1nerator11111111111111111111111111111111"),
    ];

    private static readonly HashSet<Address> Known =
        [.. Burns.Select(one => Linking.KeyIdentity.KeyOf(AddressText.Parse(ChainRegistry.Find(one.Chain).Id, one.Address)))];

    /// <summary>Whether it is a known burn address, or its text one that nobody could have searched for.</summary>
    public static bool IsBurn(Address key) => Known.Contains(key) || RunIn(key) >= ImpossibleRun;

    public static bool LooksChosen(Address key) => RunIn(key) >= UnlikelyRun;

    private static int RunIn(Address key)
    {
        if (key.Kind == AddressKind.Account20)
        {
            return 0;
        }

        var (longest, run, last) = (0, 0, '\0');
        foreach (char letter in AddressText.RenderKey(key))
        {
            run = letter == last ? run + 1 : 1;
            (longest, last) = (Math.Max(longest, run), letter);
        }

        return longest;
    }
}
