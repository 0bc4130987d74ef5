using Spoor.Transfers;

namespace Spoor.Web.Pages.Elements;

/// <summary>Where the pages show an account or a transaction, and what it is called in a narrow place.</summary>
internal static class AccountLinks
{
    private const int Head = 8;
    private const int Tail = 6;

    public static string To(ChainId chain, Address address) => $"/explorer?q={Uri.EscapeDataString(AddressText.ToCaip10(chain, address))}";

    public static string To(ChainId chain, TxHash tx) => $"/explorer?q={Uri.EscapeDataString(tx.Render(chain))}&chain={Uri.EscapeDataString(chain.Value)}";

    public static string Short(ChainId chain, Address address) => Short(AddressText.Render(chain, address));

    public static string Short(string text) => text.Length <= Head + Tail + 1 ? text : $"{text[..Head]}…{text[^Tail..]}";

    /// <summary>The chain's public explorer; null where none is known.</summary>
    public static string? PublicPageOf(ChainId chain, Address address) => ChainRegistry.TryGet(chain, out var known) ? known.PageOf(address) : null;

    public static string? PublicPageOf(ChainId chain, TxHash tx) => ChainRegistry.TryGet(chain, out var known) ? known.PageOf(tx) : null;
}
