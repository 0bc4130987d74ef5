namespace Spoor.Incidents.Ledger;

/// <summary>A total that others published for a period, ours for the same days, and what makes the difference.</summary>
public sealed record PeriodGap
{
    public required PublishedFigure Theirs { get; init; }

    /// <summary>Our incidents of the period.</summary>
    public required IReadOnlyList<LedgerIncident> Incidents { get; init; }

    /// <summary>The incidents their figures name in the period, by name.</summary>
    public required IReadOnlyList<NamedIncident> Named { get; init; }

    /// <summary>By heading, where they publish all their headings of the period; else empty.</summary>
    public required IReadOnlyList<CategoryGap> Categories { get; init; }

    /// <summary>Ours that happened on the day they published or later, so that their figure can hold them in part at most.</summary>
    public required IReadOnlyList<LedgerIncident> AfterCutOff { get; init; }

    /// <summary>Ours of the last day before the period: a clock of another time zone may put them into it.</summary>
    public required IReadOnlyList<LedgerIncident> DayBefore { get; init; }

    /// <summary>Ours when each incident counts on the day its ledger reported it instead of the day it happened.</summary>
    public required decimal OursByReport { get; init; }

    /// <summary>What this total takes back (below zero) or adds to what they published before for its parts; null where they published no such parts.</summary>
    public required decimal? Restated { get; init; }

    /// <summary>What they remark on figures of the period, with the figure.</summary>
    public required IReadOnlyList<PublishedFigure> Remarks { get; init; }

    public decimal Ours => Incidents.Sum(incident => incident.Usd ?? 0m);

    public decimal Difference => Theirs.Usd - Ours;

    /// <summary>What their total says beyond the sum of their own headings, below zero where these sum to more; null where they do not publish all headings.</summary>
    public decimal? OutsideHeadings => Categories.Count == 0 ? null : Theirs.Usd - Categories.Sum(category => category.Theirs ?? 0m);

    /// <summary>The same incident, another figure.</summary>
    public decimal OtherFigures => Named.Where(named => named.Ours is not null).Sum(named => named.Difference);

    /// <summary>Named by them, unknown to our ledgers.</summary>
    public decimal OnlyTheirs => Named.Where(named => named.Ours is null).Sum(named => named.Theirs);

    /// <summary>What they count without naming it.</summary>
    public decimal Unnamed => Theirs.Usd - Named.Sum(named => named.Theirs);

    /// <summary>Ours that they do not name; they may count them all the same.</summary>
    public IReadOnlyList<LedgerIncident> OnlyOurs
    {
        get
        {
            var named = Named.Select(one => one.Ours?.Id).ToHashSet();
            return [.. Incidents.Where(incident => !named.Contains(incident.Id))];
        }
    }

    /// <summary>What no published figure explains: their unnamed rest less ours that they do not name.</summary>
    /// <remarks><see cref="Difference"/> = <see cref="OtherFigures"/> + <see cref="OnlyTheirs"/> + this, to the dollar.</remarks>
    public decimal Residual => Unnamed - OnlyOurs.Sum(incident => incident.Usd ?? 0m);
}
