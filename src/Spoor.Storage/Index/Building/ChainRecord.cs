namespace Spoor.Storage.Index.Building;

/// <summary>How far the chain that is being built has come.</summary>
internal sealed record ChainRecord
{
    public required long Transfers { get; init; }

    public required IReadOnlyList<string> Assets { get; init; }

    /// <summary>Room for all movements.</summary>
    public required Section Cells { get; init; }

    /// <summary>Pages of movements that are full.</summary>
    public required SectionMark Full { get; init; }

    /// <summary>The movements after them, and nothing else.</summary>
    public required byte[] Rest { get; init; }

    /// <summary>Pairs, transactions, spends, sides, payments, keys and long keys.</summary>
    public required IReadOnlyList<ScratchMark> Scratch { get; init; }

    /// <summary>Pages that the addresses' slots take in memory.</summary>
    public required long AddressPages { get; init; }

    public required SectionMark? AddressSlots { get; init; }

    public required SectionMark? TransactionSlots { get; init; }

    public required SectionMark? SpendSlots { get; init; }

    public required bool HasTwins { get; init; }

    internal void Write(BinaryWriter writer)
    {
        writer.Write(Transfers);
        writer.Write(Assets.Count);
        Assets.ToList().ForEach(writer.Write);
        Cells.Write(writer);
        Full.Write(writer);
        writer.Write(Rest.Length);
        writer.Write(Rest);
        writer.Write(Scratch.Count);
        Scratch.ToList().ForEach(mark => mark.Write(writer));
        writer.Write(AddressPages);
        (AddressSlots ?? default).Write(writer);
        (TransactionSlots ?? default).Write(writer);
        (SpendSlots ?? default).Write(writer);
        writer.Write(HasTwins);
    }

    internal static ChainRecord Read(BinaryReader reader) => new()
    {
        Transfers = reader.ReadInt64(),
        Assets = ChainCatalog.Many(reader.ReadInt32(), reader.ReadString),
        Cells = Section.Read(reader),
        Full = SectionMark.Read(reader),
        Rest = reader.ReadBytes(reader.ReadInt32()),
        Scratch = ChainCatalog.Many(reader.ReadInt32(), () => ScratchMark.Read(reader)),
        AddressPages = reader.ReadInt64(),
        AddressSlots = SectionMark.ReadAny(reader),
        TransactionSlots = SectionMark.ReadAny(reader),
        SpendSlots = SectionMark.ReadAny(reader),
        HasTwins = reader.ReadBoolean(),
    };
}
