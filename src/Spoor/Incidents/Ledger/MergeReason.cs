using System.Globalization;

namespace Spoor.Incidents.Ledger;

/// <summary>Why two entries are held for one incident.</summary>
public sealed record MergeReason : IComparable<MergeReason>
{
    /// <summary>Id of an entry; the smaller of the two in ordinal order.</summary>
    public required string Entry { get; init; }

    public required string With { get; init; }

    /// <summary>A transaction both point to: then they are one incident for certain.</summary>
    public string? Transaction { get; init; }

    /// <summary>The decision that says so; then nothing else is asked.</summary>
    public MergeDecision? Decision { get; init; }

    public NameLikeness Names { get; init; }

    public int DaysApart { get; init; }

    /// <summary>The larger figure over the smaller; null where one is not in dollars.</summary>
    public decimal? Ratio { get; init; }

    /// <summary>The strongest first: decided, certain, the same name, fewer days, closer figures; then by id, so that the order is total.</summary>
    public int CompareTo(MergeReason? other)
    {
        if (other is null)
        {
            return -1;
        }

        int order = Rank.CompareTo(other.Rank);
        order = order != 0 ? order : DaysApart.CompareTo(other.DaysApart);
        order = order != 0 ? order : (Ratio ?? decimal.MaxValue).CompareTo(other.Ratio ?? decimal.MaxValue);
        order = order != 0 ? order : string.CompareOrdinal(Entry, other.Entry);
        return order != 0 ? order : string.CompareOrdinal(With, other.With);
    }

    public override string ToString()
    {
        if (Decision is { } decision)
        {
            return $"decided ({decision.Number}{(decision.Author.Length > 0 ? $", {decision.Author}" : "")}): {decision.Reason}";
        }

        string ratio = Ratio is { } known ? string.Create(CultureInfo.InvariantCulture, $"figures differ by a factor of {known:0.00}") : "one has no figure in dollars";
        string days = DaysApart switch { 0 => "same day", 1 => "1 day apart", _ => $"{DaysApart} days apart" };
        return Transaction is { } tx
            ? $"certain: both name transaction {tx}; {days}; {ratio}"
            : $"{(Names == NameLikeness.Same ? "same victim" : "one name begins with the other")}; {days}; {ratio}";
    }

    private int Rank => Decision is not null ? 0 : Transaction is not null ? 1 : Names == NameLikeness.Same ? 2 : 3;
}
