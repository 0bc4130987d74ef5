using System.Text.Json;
using Spoor.Reporting.Cases.Seals;
using Spoor.Workspace.Cases.Seals;

namespace Spoor.Workspace.Cases.Comparing;

/// <summary>Why figures moved: the first case is computed again with one group of inputs of the second at a time.</summary>
public static class FigureReasons
{
    private static readonly InputGroup[] Exchangeable = [InputGroup.Parameters, InputGroup.Incidents, InputGroup.Transfers, InputGroup.Labels];

    public static async Task<(IReadOnlyList<MovedFigure> Figures, IReadOnlyList<(InputGroup Group, string Why)> Untried)> OfAsync(
        CaseSide before, CaseSide after, IReadOnlyList<CaseChange> changes, CancellationToken cancellation)
    {
        var moved = CaseChanges.Keyed(before.Figures, after.Figures, one => one.Key, one => one.Value ?? "unknown").ToList();
        var groups = changes.Select(change => change.Group).Where(group => group != InputGroup.Desk).Distinct().ToList();
        var movedBy = new Dictionary<InputGroup, IReadOnlySet<string>>();
        var untried = new List<(InputGroup, string)>();
        foreach (var group in moved.Count > 0 && groups.Count > 1 ? groups : [])
        {
            var (names, why) = await TryAsync(before, after, group, cancellation);

            // The first case may lack answers that the other input asks for; then the second is computed with that of the first.
            (names, why) = why is null ? (names, why) : await TryAsync(after, before, group, cancellation);
            movedBy[group] = names;
            untried.AddRange(why is null ? [] : [(group, why)]);
        }

        return ([.. moved.Select(one => Of(one, groups, movedBy, changes))], untried);
    }

    private static MovedFigure Of(
        (string Key, string? From, string? To) figure, List<InputGroup> groups, Dictionary<InputGroup, IReadOnlySet<string>> movedBy, IReadOnlyList<CaseChange> changes)
    {
        var alone = groups.Count == 1 ? groups : [.. groups.Where(group => movedBy.TryGetValue(group, out var names) && names.Contains(figure.Key))];
        var reasons = alone.Count > 0 ? alone : groups;
        return new(
            figure.Key, figure.From, figure.To,
            [.. changes.Where(change => reasons.Contains(change.Group)).Select(change => change.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            alone.Count > 0);
    }

    private static async Task<(IReadOnlySet<string> Moved, string? Why)> TryAsync(CaseSide before, CaseSide after, InputGroup group, CancellationToken cancellation)
    {
        if (!Exchangeable.Contains(group))
        {
            return (new HashSet<string>(), "only the version of Spoor that has those rules could compute it");
        }

        try
        {
            var manifest = group == InputGroup.Parameters ? before.Manifest with { Parameters = after.Manifest.Parameters }
                : group == InputGroup.Labels ? before.Manifest with { Cited = after.Manifest.Cited }
                : before.Manifest;
            var mixed = before.Entries.Values.Where(entry => GroupOf(entry.Name) != group).Concat(after.Entries.Values.Where(entry => GroupOf(entry.Name) == group));
            var computed = await CaseSealing.RepeatAsync(manifest, [.. mixed], cancellation);
            var figures = CaseSide.FiguresOf(computed.Entries.First(entry => entry.Name == CaseNames.Figures).Content);
            return (CaseChanges.Keyed(before.Figures, figures, one => one.Key, one => one.Value ?? "unknown").Select(one => one.Key).ToHashSet(StringComparer.Ordinal), null);
        }
        catch (Exception failure) when (failure is FormatException or JsonException)
        {
            return (new HashSet<string>(), failure.Message);
        }
    }

    private static InputGroup? GroupOf(string name) =>
        name.StartsWith(CaseNames.IncidentFolder, StringComparison.Ordinal) ? InputGroup.Incidents
        : name is CaseNames.Transfers or CaseNames.Answers or CaseNames.Legs ? InputGroup.Transfers
        : name is CaseNames.FileLabels or CaseNames.StoreLabels or CaseNames.LabelSources ? InputGroup.Labels
        : null;
}
