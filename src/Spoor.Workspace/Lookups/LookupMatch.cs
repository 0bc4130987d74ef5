using Spoor.Transfers;

namespace Spoor.Workspace.Lookups;

/// <summary>One thing that a text can mean.</summary>
public abstract record LookupMatch
{
    private LookupMatch()
    {
    }

    /// <param name="Transfers">How many the store holds of it there.</param>
    /// <param name="Name">The label it was found by; null where the text is the address itself.</param>
    public sealed record OfAddress(ChainId Chain, Address Address, long Transfers, string? Name = null) : LookupMatch;

    public sealed record OfTransaction(ChainId Chain, TxHash Tx) : LookupMatch;

    public sealed record OfIncident(string Id, string Name) : LookupMatch;
}

/// <summary>What a text can mean.</summary>
/// <param name="Hint">Why there is nothing, and what to do; empty where there is something.</param>
public sealed record LookupAnswer(IReadOnlyList<LookupMatch> Matches, string Hint)
{
    /// <summary>The one thing that is meant: the only one, or the same key where it moved most.</summary>
    public LookupMatch? Only => Matches is [var one] ? one
        : Matches is [LookupMatch.OfAddress { Name: null } first, ..] && Matches.All(match => match is LookupMatch.OfAddress { Name: null } other && other.Address == first.Address) ? first
        : null;
}
