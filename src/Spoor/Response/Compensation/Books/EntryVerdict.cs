namespace Spoor.Response.Compensation.Books;

/// <summary>What the books say of an entry.</summary>
public abstract record EntryVerdict
{
    private EntryVerdict()
    {
    }

    /// <summary>It is taken in.</summary>
    /// <param name="Entry">What of it is new: of payments those that were not made before.</param>
    public sealed record Fresh(CompensationEntry Entry) : EntryVerdict;

    /// <summary>The same was taken in before; nothing changes.</summary>
    public sealed record Known : EntryVerdict;

    /// <summary>It does not fit; nothing changes.</summary>
    public sealed record Refused(string Reason) : EntryVerdict;
}
