namespace Spoor.Incidents.Ledger;

/// <summary>Entries in groups that grow together pair by pair.</summary>
internal sealed class MergeGroups
{
    private readonly Dictionary<string, Group> _of = [];

    public MergeGroups(IEnumerable<LedgerEntry> entries)
    {
        foreach (var entry in entries)
        {
            _of[entry.Id] = new([entry], []);
        }
    }

    /// <summary>Whether the groups of a pair are two and no ledger is in both.</summary>
    public bool AreOfOtherLedgers(MergeReason pair) =>
        _of[pair.Entry] != _of[pair.With]
        && !_of[pair.Entry].Entries.Select(entry => entry.Source).Intersect(_of[pair.With].Entries.Select(entry => entry.Source)).Any();

    public void Join(MergeReason pair)
    {
        var (into, from) = (_of[pair.Entry], _of[pair.With]);
        if (into == from)
        {
            return;
        }

        into.Entries.AddRange(from.Entries);
        into.Reasons.AddRange(from.Reasons);
        into.Reasons.Add(pair);
        from.Entries.ForEach(entry => _of[entry.Id] = into);
    }

    public IEnumerable<LedgerIncident> Incidents()
    {
        foreach (var group in _of.Values.Distinct())
        {
            group.Entries.Sort((one, other) =>
                LedgerSource.Compare(one.Source, other.Source) is not 0 and var order ? order : string.CompareOrdinal(one.Id, other.Id));
            group.Reasons.Sort();
            yield return new(group.Entries, group.Reasons);
        }
    }

    private sealed class Group(List<LedgerEntry> entries, List<MergeReason> reasons)
    {
        public List<LedgerEntry> Entries { get; } = entries;

        public List<MergeReason> Reasons { get; } = reasons;
    }
}
