namespace Spoor.Storage.Index.Building;

/// <summary>How far a build had come when it last noted it; a build that was cut short goes on from there.</summary>
/// <param name="Prefix">The rows it is of.</param>
/// <param name="RowsAtOnce">How the rows were divided.</param>
/// <param name="Ranges">Ranges that are taken up.</param>
/// <param name="Pages">Pages of the file that are given out.</param>
/// <param name="Whole">The pages of the chains that are done.</param>
/// <param name="Chains">Those chains.</param>
/// <param name="Current">The chain after them; null where it has not begun.</param>
internal sealed record BuildRecord(
    LogPrefix Prefix, long RowsAtOnce, int Ranges, long Pages, SectionMark Whole, IReadOnlyList<ChainCatalog> Chains, ChainRecord? Current)
{
    // A change of what a build leaves is a change of this, too.
    private const int Version = 1;

    internal long Transfers => Chains.Sum(chain => chain.Transfers) + (Current?.Transfers ?? 0);

    internal byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(Version);
        writer.Write(IndexLayout.Version);
        writer.Write(Prefix.Bound);
        writer.Write(Prefix.Rows);
        writer.Write(Prefix.Fingerprint);
        writer.Write(RowsAtOnce);
        writer.Write(Ranges);
        writer.Write(Pages);
        Whole.Write(writer);
        writer.Write(Chains.Count);
        Chains.ToList().ForEach(chain => chain.Write(writer));
        writer.Write(Current is not null);
        Current?.Write(writer);
        writer.Flush();
        byte[] content = bytes.ToArray();
        return [.. content, .. BitConverter.GetBytes(IndexLayout.Sum(content))];
    }

    /// <returns>Null where the bytes are not what was written, or were written by another version.</returns>
    internal static BuildRecord? Read(byte[] bytes)
    {
        if (bytes.Length < sizeof(ulong) || IndexLayout.Sum(bytes.AsSpan()[..^sizeof(ulong)]) != BitConverter.ToUInt64(bytes.AsSpan()[^sizeof(ulong)..]))
        {
            return null;
        }

        using var reader = new BinaryReader(new MemoryStream(bytes));
        if (reader.ReadInt32() != Version || reader.ReadUInt32() != IndexLayout.Version)
        {
            return null;
        }

        return new(
            new(reader.ReadInt64(), reader.ReadInt64(), reader.ReadUInt64()),
            reader.ReadInt64(),
            reader.ReadInt32(),
            reader.ReadInt64(),
            SectionMark.Read(reader),
            ChainCatalog.Many(reader.ReadInt32(), () => ChainCatalog.Read(reader)),
            reader.ReadBoolean() ? ChainRecord.Read(reader) : null);
    }
}
