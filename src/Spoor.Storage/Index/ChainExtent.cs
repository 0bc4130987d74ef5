namespace Spoor.Storage.Index;

/// <summary>The blocks and times of a chain's movements; times in microseconds since 1970.</summary>
internal readonly record struct ChainExtent(long Lowest, long Highest, long First, long Last)
{
    internal static readonly ChainExtent None = new(long.MaxValue, long.MinValue, long.MaxValue, long.MinValue);

    internal ChainExtent With(long block, long time) =>
        new(Math.Min(Lowest, block), Math.Max(Highest, block), Math.Min(First, time), Math.Max(Last, time));

    internal void Write(BinaryWriter writer)
    {
        writer.Write(Lowest);
        writer.Write(Highest);
        writer.Write(First);
        writer.Write(Last);
    }

    internal static ChainExtent Read(BinaryReader reader) => new(reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64());
}
