namespace Spoor.Storage.Index.Building;

/// <summary>What is counted of an address while movements pass by.</summary>
internal struct AddressTally
{
    internal long First;
    internal long Last;
    internal uint Edges;

    /// <summary>Movements, not transactions, in which it paid.</summary>
    internal uint Paid;
}
