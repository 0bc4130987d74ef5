using Spoor.Attribution.Linking;
using Spoor.Labels;
using Spoor.Transfers;

namespace Spoor.Attribution.Checks;

/// <summary>What the counter-checks may know of a link.</summary>
/// <param name="Cases">The two incidents, in order of id.</param>
/// <param name="Lives">What the store shows of the addresses that it rests on.</param>
internal sealed record CheckGround(LinkGround Search, IReadOnlyList<CaseFootprint> Cases, AddressLives Lives)
{
    public LinkParameters Parameters => Search.Parameters;

    /// <summary>The life of the pivot.</summary>
    public AddressLife PivotLife(LinkCandidate candidate) =>
        candidate.PivotAddress is { } pivot ? Lives.Of(pivot) : AddressLife.Unknown;

    /// <summary>All labels of a key on whatever chain and in whatever form.</summary>
    public IReadOnlyList<Label> LabelsOf(Address key) => [.. KeyIdentity.FormsOf(KeyIdentity.KeyOf(key)).SelectMany(Search.Labels.OfKey)];

    /// <summary>The labels of what two incidents share.</summary>
    public IReadOnlyList<Label> LabelsOf(LabelSubject pivot) =>
        pivot is LabelSubject.OfAddress account ? LabelsOf(account.Address) : [.. Search.Labels.AllOf(pivot)];

    /// <summary>The sides in order of the incident's id.</summary>
    public static IEnumerable<LinkSide> InOrder(LinkCandidate candidate) => candidate.Sides.OrderBy(side => side.Case, StringComparer.Ordinal);

    public TheftCase CaseOf(LinkSide side) => Cases.Single(footprint => footprint.Case.Id == side.Case).Case;
}
