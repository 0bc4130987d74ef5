using Spoor.Labels;

namespace Spoor.Attribution;

/// <summary>An incident as attribution sees it: whose addresses are in it, who says so, and what was found about the actor.</summary>
public sealed record TheftCase
{
    /// <summary>The id of the incident: <c>coinex-2023</c>.</summary>
    public required string Id { get; init; }

    public required string Victim { get; init; }

    /// <summary>The first theft transaction, UTC, or the start of the day where only that is published.</summary>
    public required DateTimeOffset Began { get; init; }

    public required IReadOnlyList<CaseMember> Members { get; init; }

    /// <summary>Who is said to be behind it, and by whom.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The sources that members and findings name.</summary>
    public required SourceLineage Sources { get; init; }

    /// <summary>SHA-256 of the files it was read from, so that a result can name the very list it rests on; null where it was not read from files.</summary>
    public string? Sha256 { get; init; }

    public IEnumerable<CaseMember> Of(MemberSide side) => Members.Where(member => member.Side == side);
}

/// <summary>An address and the side it was on.</summary>
/// <param name="Subject">With its chain, always.</param>
/// <param name="Role">Its role as the incident's folder names it: <c>thief</c>, <c>linking</c>, <c>hot</c>.</param>
/// <param name="Sources">Keys of the sources that name it in this role.</param>
public sealed record CaseMember(LabelSubject Subject, MemberSide Side, string Role, IReadOnlyList<string> Sources);

/// <summary>Whose an address is in an incident.</summary>
public enum MemberSide
{
    /// <summary>The thief's: received stolen value, or is named as theirs.</summary>
    Thief,

    /// <summary>The victim's: hot, cold, rescue. Never a link.</summary>
    Victim,

    /// <summary>A service that both may use. Never a link.</summary>
    Service,
}

/// <summary>That somebody named the actor behind an incident.</summary>
/// <param name="Actor">The name as used: <c>Lazarus Group</c>.</param>
/// <param name="Source">The key of the source; its kind says whether it is an authority.</param>
/// <param name="Made">The day of the finding.</param>
/// <param name="Statement">What was said, in our words.</param>
public sealed record Finding(string Actor, string Source, DateOnly Made, string Statement);
