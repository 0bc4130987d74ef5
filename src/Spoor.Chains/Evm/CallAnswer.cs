using Spoor.Transfers;

namespace Spoor.Chains.Evm;

/// <summary>A call inside a transaction, in depth-first order.</summary>
internal struct CallAnswer
{
    public CallKind Kind;

    /// <summary>Index of the transaction in the block.</summary>
    public int Transaction;

    /// <summary>Its place in depth-first order, the top call being 0.</summary>
    public int Rank;

    /// <summary>Where the call above it stands in the list; -1 for the top call.</summary>
    public int Parent;

    public Address? From;

    /// <summary>The contract created, the heir of a destroyed one, or who was called.</summary>
    public Address? To;

    public UInt128 Value;

    /// <summary>Its value is above all that can be moved; then it must have failed.</summary>
    public bool IsTooLarge;

    /// <summary>It or a call above it failed, so whatever it did was undone.</summary>
    public bool IsVoid;

    /// <summary>Whether it moved value, as far as its kind goes.</summary>
    public readonly bool MovesValue => !IsVoid && Value != 0 && Kind != CallKind.WithoutMovement;
}

/// <summary>What a call does with the value it names.</summary>
internal enum CallKind : byte
{
    /// <summary>Runs as its caller or may not change anything: <c>delegatecall</c>, <c>callcode</c>, <c>staticcall</c>.</summary>
    WithoutMovement,

    Call,

    Create,

    SelfDestruct,
}
