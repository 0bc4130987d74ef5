using Spoor.Labels;
using Spoor.Transfers;

namespace Spoor.Cli.Swaps;

/// <summary>Wallets of services as a user names them.</summary>
internal static class NamedWallets
{
    /// <param name="text">NAME=ACCOUNT; a bare address stands for the chain that its form tells.</param>
    public static (string Service, ChainId Chain, Address Address) OfText(string text)
    {
        int sign = text.IndexOf('=', StringComparison.Ordinal);
        if (sign <= 0)
        {
            throw new FormatException($"Expected --wallet NAME=ACCOUNT such as FixedFloat=eip155:1:0x…, found '{text}'.");
        }

        var (chain, address) = AccountText.Parse(text[(sign + 1)..], null);
        return (text[..sign], chain, address);
    }

    /// <summary>The labelled addresses of services whose name or actor holds any of the words, under that word; a label for every chain counts on all that write such addresses.</summary>
    public static IEnumerable<(string Service, ChainId Chain, Address Address)> OfLabels(LabelBook book, IReadOnlyList<string> words) =>
        from word in words
        from label in book.Labels
        where label.Address is not null && LabelNatures.Of(label) == LabelNature.Service && (Holds(label.Name, word) || Holds(label.Actor, word))
        from chain in label.Chain is { } one ? [one] : ChainsOf(label.Address!.Value.Kind)
        select (word, chain, label.Address!.Value);

    private static IEnumerable<ChainId> ChainsOf(AddressKind kind) => kind == AddressKind.Account20
        ? ChainRegistry.Known.Where(chain => chain.Family == ChainFamily.Evm).Select(chain => chain.Id)
        : [AddressText.HomeOf(kind)];

    private static bool Holds(string? text, string word) => text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;
}
