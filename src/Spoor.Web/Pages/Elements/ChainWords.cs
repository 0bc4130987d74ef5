using Spoor.Transfers;

namespace Spoor.Web.Pages.Elements;

/// <summary>What a chain is called.</summary>
internal static class ChainWords
{
    public static string NameOf(ChainId chain) => ChainRegistry.TryGet(chain, out var known) ? known.Name : chain.Value;
}
