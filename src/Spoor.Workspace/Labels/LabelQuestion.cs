using Spoor.Labels;
using Spoor.Storage;
using Spoor.Storage.DuckDb.Labels;
using Spoor.Transfers;

namespace Spoor.Workspace.Labels;

/// <summary>What a user asks of the labels, told by its form: an address, a transaction, else a part of a name.</summary>
public sealed record LabelQuestion(string Text, ChainId? Chain, DateOnly? Day, LabelPaging Paging)
{
    private const int MinHexAddress = 40;

    /// <exception cref="FormatException">It looks like an address, but is none.</exception>
    public async Task<LabelAnswer> AskAsync(DuckDbLabelStore store, CancellationToken cancellation)
    {
        if (TxHash.TryParse(Text, out var tx))
        {
            return LabelAnswer.Of(Text, Chain, Day, await store.FindAsync(tx, cancellation));
        }

        // A damaged address is kept as written, and found as written.
        var unread = await store.FindUnreadAsync(Text, cancellation);
        var (chain, addresses) = Addresses(mustDecode: unread.Labels.Count == 0);
        if (addresses.Count > 0)
        {
            return LabelAnswer.Of(Text, chain, Day, await FindAsync(store, addresses, cancellation));
        }

        if (unread.Labels.Count > 0)
        {
            return LabelAnswer.Of(Text, Chain, Day, unread);
        }

        var page = await store.SearchAsync(Text, Day, Paging, cancellation);
        return new(Text, Chain, Day, page.Found, page);
    }

    private static async Task<LabelHistory> FindAsync(DuckDbLabelStore store, IReadOnlyList<Address> addresses, CancellationToken cancellation)
    {
        var found = await store.FindAsync(addresses[0], cancellation);
        foreach (var address in addresses.Skip(1))
        {
            found = found with { Labels = [.. found.Labels, .. (await store.FindAsync(address, cancellation)).Labels] };
        }

        return found;
    }

    // A bare address of one form can mean different keys on different chains (r… and 1… never do, but some forms overlap).
    private (ChainId? Chain, IReadOnlyList<Address> Addresses) Addresses(bool mustDecode)
    {
        if (mustDecode && (Text.Split(':') is [_, _, _] || (Text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && Text.Length >= MinHexAddress)))
        {
            var (told, address) = AccountText.Parse(Text, Chain);
            return (Text.Contains(':', StringComparison.Ordinal) ? told : Chain, [address]);
        }

        var known = Chain is { } chain ? [ChainRegistry.Get(chain)] : ChainRegistry.Known;
        return (Chain,
        [
            .. known.Select(one => AddressText.TryParse(one.Id, Text, out var address) ? address : (Address?)null)
                .OfType<Address>()
                .Distinct()
                .Order(),
        ]);
    }
}
