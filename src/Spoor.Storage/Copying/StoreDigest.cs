using System.Globalization;
using System.Security.Cryptography;
using Spoor.Storage.ClickHouse;
using Spoor.Transfers;

namespace Spoor.Storage.Copying;

/// <summary>All that a store holds of chains, in numbers that two stores share only when they hold the same.</summary>
/// <param name="Blocks">Blocks that were read from nodes.</param>
/// <param name="Legs">Legs of bridges.</param>
/// <param name="Sha256">Over every field of every row, chain by chain and in order; 64 hex digits.</param>
public sealed record StoreDigest(long Transfers, long Blocks, long Legs, long Imports, string Sha256)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Transfers} transfers, {Blocks} blocks, {Legs} legs of bridges, {Imports} files, SHA-256 {Sha256}");

    /// <param name="reached">Takes how many transfers were read.</param>
    internal static async Task<StoreDigest> OfAsync(ITransferArchive store, Action<long> reached, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var rows = new RowBuffer();
        var status = await store.StatusAsync(cancellation);
        var (transfers, blocks, legs) = (0L, 0L, 0L);
        foreach (var chain in status.Chains.Select(head => head.Chain).Union(status.Synced.Select(range => range.Chain)).Order())
        {
            rows.Text(chain.Value);
            TransferRow.WriteOrNone(rows, await store.GenesisAsync(chain, cancellation));
            rows.Int64(status.Synced.FirstOrDefault(range => range.Chain == chain)?.FinalTo ?? -1);
            foreach (var page in CopyPage.Of(await store.HeightsAsync(chain, cancellation), StoreCopy.UsualPage))
            {
                transfers += Add(await store.BetweenAsync(chain, page.First, page.Last, cancellation), (row, item) => TransferRow.Write(row, item));
                blocks += Add(await store.BlocksAsync(chain, page.First, page.Last, cancellation), Write);
                reached(transfers);
            }

            legs += Add(await store.BridgeLegsAsync(chain, cancellation), LegRow.Write);
        }

        long imports = Add(await store.ImportsAsync(cancellation), Write);
        rows.MoveTo(hash);
        return new(transfers, blocks, legs, imports, Convert.ToHexStringLower(hash.GetHashAndReset()));

        long Add<T>(IReadOnlyList<T> items, Action<RowBuffer, T> write)
        {
            foreach (var item in items)
            {
                write(rows, item);
                if (rows.IsFull)
                {
                    rows.MoveTo(hash);
                }
            }

            return items.Count;
        }
    }

    private static void Write(RowBuffer row, Block block)
    {
        row.Int64(block.Height);
        TransferRow.WriteOrNone(row, block.Hash);
        TransferRow.WriteOrNone(row, block.Parent);
        TransferRow.Write(row, block.Time);
        row.Byte((byte)block.Gaps).Int32(block.RefusedAmounts);
    }

    private static void Write(RowBuffer row, ImportedFile imported)
    {
        row.Text(imported.File).Text(imported.Sha256).Text(imported.Format).Text(imported.Chain);
        imported.Counts.ToList().ForEach(count => row.Int64(count));
    }
}
