namespace Spoor.Incidents.Ledger;

/// <summary>What of all decisions still holds: a split undoes the merges before it, a merge the splits before it.</summary>
internal sealed class MergeRulings
{
    private readonly Dictionary<string, int> _splits = [];
    private readonly List<MergeDecision> _merges;
    private readonly HashSet<string> _merged;

    public MergeRulings(IEnumerable<MergeDecision> decisions)
    {
        var all = decisions.OrderBy(decision => decision.Number).ToList();
        all.Where(decision => decision.Kind == MergeKind.Split).ToList().ForEach(split => _splits[split.Entry] = split.Number);
        _merges = [.. all.Where(merge => merge.Kind == MergeKind.Merge && IsAfterSplit(merge, merge.Entry) && IsAfterSplit(merge, merge.With!))];
        _merged = [.. _merges.SelectMany(merge => new[] { merge.Entry, merge.With! })];
    }

    /// <summary>Whether an entry was split off and not merged since; then no rule joins it to anything.</summary>
    public bool StandsAlone(string entry) => _splits.ContainsKey(entry) && !_merged.Contains(entry);

    /// <summary>The merges that hold between entries that are there.</summary>
    public IEnumerable<MergeReason> Merges(IEnumerable<LedgerEntry> entries)
    {
        var present = entries.Select(entry => entry.Id).ToHashSet();
        foreach (var merge in _merges.Where(merge => present.Contains(merge.Entry) && present.Contains(merge.With!)))
        {
            bool inOrder = string.CompareOrdinal(merge.Entry, merge.With) <= 0;
            yield return new() { Entry = inOrder ? merge.Entry : merge.With!, With = inOrder ? merge.With! : merge.Entry, Decision = merge };
        }
    }

    private bool IsAfterSplit(MergeDecision merge, string entry) => merge.Number > _splits.GetValueOrDefault(entry);
}
