namespace Spoor.Storage.Index.Building;

/// <summary>How far a scratch file had come, and a checksum over that.</summary>
internal readonly record struct ScratchMark(long Count, ulong Sum)
{
    internal void Write(BinaryWriter writer)
    {
        writer.Write(Count);
        writer.Write(Sum);
    }

    internal static ScratchMark Read(BinaryReader reader) => new(reader.ReadInt64(), reader.ReadUInt64());
}

/// <summary>A section that is written, and a checksum over those of its pages.</summary>
internal readonly record struct SectionMark(Section Section, ulong Sum)
{
    internal void Write(BinaryWriter writer)
    {
        Section.Write(writer);
        writer.Write(Sum);
    }

    internal static SectionMark Read(BinaryReader reader) => new(Section.Read(reader), reader.ReadUInt64());

    /// <summary>One that may not be there yet; no section has no pages.</summary>
    internal static SectionMark? ReadAny(BinaryReader reader) => Read(reader) is { Section.Pages: > 0 } mark ? mark : null;
}
