namespace Spoor.Storage.Index;

/// <summary>What an index file says of itself: of which rows of the log it is, and where its parts lie.</summary>
/// <param name="Generation">1 for the first index of a folder, one more for each that replaces it.</param>
/// <param name="Prefix">The rows it was built from.</param>
/// <param name="Sums">A checksum over each page of checksums.</param>
internal sealed record IndexCatalog(long Generation, LogPrefix Prefix, IReadOnlyList<ChainCatalog> Chains, Section PageSums, ulong[] Sums)
{
    internal byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(Generation);
        writer.Write(Prefix.Bound);
        writer.Write(Prefix.Rows);
        writer.Write(Prefix.Fingerprint);
        writer.Write(Chains.Count);
        Chains.ToList().ForEach(chain => chain.Write(writer));
        PageSums.Write(writer);
        writer.Write(Sums.Length);
        Array.ForEach(Sums, writer.Write);
        writer.Flush();
        return bytes.ToArray();
    }

    /// <remarks>Only ever called on bytes whose checksum holds.</remarks>
    internal static IndexCatalog Read(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        long generation = reader.ReadInt64();
        var prefix = new LogPrefix(reader.ReadInt64(), reader.ReadInt64(), reader.ReadUInt64());
        var chains = new ChainCatalog[reader.ReadInt32()];
        for (int i = 0; i < chains.Length; i++)
        {
            chains[i] = ChainCatalog.Read(reader);
        }

        var pageSums = Section.Read(reader);
        ulong[] sums = new ulong[reader.ReadInt32()];
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] = reader.ReadUInt64();
        }

        return new(generation, prefix, chains, pageSums, sums);
    }
}

/// <summary>A run of pages.</summary>
internal readonly record struct Section(long FirstPage, long Pages)
{
    internal void Write(BinaryWriter writer)
    {
        writer.Write(FirstPage);
        writer.Write(Pages);
    }

    internal static Section Read(BinaryReader reader) => new(reader.ReadInt64(), reader.ReadInt64());
}
