using Spoor.Labels;
using Spoor.Storage;
using Spoor.Transfers;

namespace Spoor.Workspace.Labels;

/// <summary>What <c>spoor labels find</c> and <c>at</c> found.</summary>
/// <param name="Asked">The address, transaction or name, as typed.</param>
/// <param name="Chain">The chain asked about; null for whatever chain.</param>
/// <param name="Found">What was known on the day, with the retractions of that day.</param>
/// <param name="Page">Which part of it, where there can be many; null when it is all.</param>
public sealed record LabelAnswer(string Asked, ChainId? Chain, DateOnly? Day, LabelHistory Found, LabelPage? Page)
{
    public long Total => Page?.Total ?? Found.Labels.Count;

    /// <summary>The labels that say something of the chain asked about, and those that speak of other chains.</summary>
    public ILookup<bool, RecordedLabel> ByPlace => Found.Labels.ToLookup(one => Chain is not { } chain || one.Label.Covers(chain));

    /// <summary>The sources of the labels that hold; each group is one witness.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Witnesses =>
        Found.Lineage.Witnesses(Found.RecordedAt(Day).Select(one => one.Label.Source));

    /// <summary>The retractions of a label that counted on the day.</summary>
    public IEnumerable<Retraction> RetractionsOf(RecordedLabel label) =>
        Found.Retractions.Where(one => one.LabelId == label.Id && (Day is null || one.Learned <= Day));

    /// <summary>The same without what had been retracted by then.</summary>
    public LabelAnswer Held()
    {
        var held = Found with { Labels = [.. Found.RecordedAt(Day)] };
        return this with { Found = held, Page = Page is null ? null : Page with { Found = held, Total = held.Labels.Count } };
    }

    /// <summary>The same without what was learned later; a retracted label stays, and is marked.</summary>
    public static LabelAnswer Of(string asked, ChainId? chain, DateOnly? day, LabelHistory history) =>
        new(asked, chain, day, history with { Labels = [.. history.Labels.Where(one => day is null || one.Label.Learned <= day)] }, null);
}
