namespace Spoor.Storage.Index;

/// <summary>The parts of an index that are about one chain.</summary>
internal sealed record ChainCatalog
{
    /// <summary>CAIP-2 name.</summary>
    public required string Chain { get; init; }

    public required long Transfers { get; init; }

    public required long Addresses { get; init; }

    public required bool HasOutputs { get; init; }

    public required ChainExtent Extent { get; init; }

    public required Credibility Credibility { get; init; }

    /// <summary>Whether the movements of every transaction are known to stand side by side.</summary>
    public required bool RunsAreTransactions { get; init; }

    /// <summary>Bytes of the longest address.</summary>
    public required int LongestAddress { get; init; }

    /// <summary>With what keys are hashed; drawn from what is held, so that nobody can prepare keys that collide.</summary>
    public required ulong Seed { get; init; }

    /// <summary>CAIP-19 references, by number.</summary>
    public required IReadOnlyList<string> Assets { get; init; }

    /// <summary>Which of them, as tokens, the built-in list named when the index was built.</summary>
    public required IReadOnlyList<bool> Listed { get; init; }

    /// <summary>Movements in order.</summary>
    public required Section TransferCells { get; init; }

    /// <summary>Transactions by hash: the first movement of each run of movements of one transaction.</summary>
    public required Section TransactionSlots { get; init; }

    /// <summary>Inputs by the output they spend.</summary>
    public required Section SpendSlots { get; init; }

    /// <summary>Numbers of addresses by key.</summary>
    public required Section AddressSlots { get; init; }

    /// <summary>Movements of each address, in order.</summary>
    public required Section Edges { get; init; }

    public required Section AddressCells { get; init; }

    internal void Write(BinaryWriter writer)
    {
        writer.Write(Chain);
        writer.Write(Transfers);
        writer.Write(Addresses);
        writer.Write(HasOutputs);
        Extent.Write(writer);
        Credibility.Write(writer);
        writer.Write(RunsAreTransactions);
        writer.Write(LongestAddress);
        writer.Write(Seed);
        writer.Write(Assets.Count);
        Assets.ToList().ForEach(writer.Write);
        writer.Write(Listed.Count);
        Listed.ToList().ForEach(writer.Write);
        foreach (var section in (ReadOnlySpan<Section>)[TransferCells, TransactionSlots, SpendSlots, AddressSlots, Edges, AddressCells])
        {
            section.Write(writer);
        }
    }

    internal static ChainCatalog Read(BinaryReader reader) => new()
    {
        Chain = reader.ReadString(),
        Transfers = reader.ReadInt64(),
        Addresses = reader.ReadInt64(),
        HasOutputs = reader.ReadBoolean(),
        Extent = ChainExtent.Read(reader),
        Credibility = Credibility.Read(reader),
        RunsAreTransactions = reader.ReadBoolean(),
        LongestAddress = reader.ReadInt32(),
        Seed = reader.ReadUInt64(),
        Assets = Many(reader.ReadInt32(), reader.ReadString),
        Listed = Many(reader.ReadInt32(), reader.ReadBoolean),
        TransferCells = Section.Read(reader),
        TransactionSlots = Section.Read(reader),
        SpendSlots = Section.Read(reader),
        AddressSlots = Section.Read(reader),
        Edges = Section.Read(reader),
        AddressCells = Section.Read(reader),
    };

    internal static T[] Many<T>(int count, Func<T> read)
    {
        var values = new T[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = read();
        }

        return values;
    }
}
