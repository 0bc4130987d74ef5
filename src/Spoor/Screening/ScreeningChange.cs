using Spoor.Labels;
using Spoor.Transfers;

namespace Spoor.Screening;

/// <summary>What became of a screening since an earlier one, and which of three reasons made it so.</summary>
/// <param name="Before">The score then.</param>
/// <param name="Reasons">Rule change, new label, new funds, in this order; none where nothing changed.</param>
public sealed record ScreeningChange(int? Before, int? After, IReadOnlyList<ChangeReason> Reasons)
{
    /// <param name="later">Made from the book.</param>
    /// <exception cref="ArgumentException">The two are of different addresses.</exception>
    public static ScreeningChange Between(ScreeningRecord earlier, AddressScreening later, ScreeningBook book)
    {
        if (earlier.Address != later.Address || earlier.Chain != later.Chain)
        {
            throw new ArgumentException($"Expected an earlier screening of {later.Address}, found one of {earlier.Address}.", nameof(earlier));
        }

        var now = ScreeningRecord.Of(later, book);
        var labels = LabelChanges(earlier, now, book.Labels);
        ChangeReason?[] reasons =
        [
            RuleChange(earlier, book.Rules),
            labels.Count > 0 ? new ChangeReason.NewLabel(labels) : null,
            NewFunds(earlier, now, labels.Count > 0),
        ];
        return new(earlier.Score, later.Risk.Score, [.. reasons.OfType<ChangeReason>()]);
    }

    // What was found then, judged by the rules of now: whatever differs, the rules did.
    private static ChangeReason.RuleChange? RuleChange(ScreeningRecord earlier, ScreeningRules rules)
    {
        if (earlier.RulesDigest == rules.Digest)
        {
            return null;
        }

        var judged = rules.Judge(earlier.IsKnown, earlier.Facts);
        var fired = judged.Fired.Select(one => one.Rule.Id).ToList();
        IReadOnlyList<string> changed = [.. fired.Except(earlier.Fired), .. earlier.Fired.Except(fired)];
        return judged.Score == earlier.Score && changed.Count == 0 ? null : new(earlier.Rules, rules.Version, judged.Score, changed);
    }

    private static List<LabelChange> LabelChanges(ScreeningRecord earlier, ScreeningRecord now, LabelBook labels)
    {
        List<LabelChange> changes =
        [
            .. now.Labels.ExceptBy(earlier.Labels.Select(label => label.Id), label => label.Id).Select(label => new LabelChange(null, now.Address, label, IsGone: false)),
            .. earlier.Labels.ExceptBy(now.Labels.Select(label => label.Id), label => label.Id).Select(label => new LabelChange(null, now.Address, label, IsGone: true)),
        ];
        var (then, later) = (Ends(earlier), Ends(now));
        foreach (var (key, end) in later.Where(end => !then.ContainsKey(end.Key) && IsOld(end.Value, earlier)))
        {
            changes.Add(new(key.Chain, key.Address, end.Label!, IsGone: false));
        }

        // A way that new funds have made too thin is gone, too, but its label is still there.
        foreach (var (key, end) in then.Where(end => !later.ContainsKey(end.Key) && !Holds(labels, end.Value)))
        {
            changes.Add(new(key.Chain, key.Address, end.Label!, IsGone: true));
        }

        return changes;
    }

    private static ChangeReason.NewFunds? NewFunds(ScreeningRecord earlier, ScreeningRecord now, bool labelsChanged)
    {
        IReadOnlyList<RecordedEnd> ends = [.. Ends(now).Values.Where(end => !IsOld(end, earlier)).OrderBy(end => end.Chain).ThenBy(end => end.FirstBlock).ThenBy(end => end.Address)];
        long payments = now.Payments - earlier.Payments;
        bool moved = !labelsChanged && !now.Facts.SequenceEqual(earlier.Facts)
            && now.Heads.Any(head => !earlier.Heads.TryGetValue(head.Key, out long block) || head.Value > block);
        return ends.Count > 0 || payments != 0 || moved ? new(payments, ends) : null;
    }

    private static SortedDictionary<(ChainId Chain, Address Address, string Label), RecordedEnd> Ends(ScreeningRecord record)
    {
        SortedDictionary<(ChainId, Address, string), RecordedEnd> ends = [];
        foreach (var end in record.Ends.Where(end => end.Label is not null))
        {
            var key = (end.Chain, end.Address, end.Label!.Id);
            ends[key] = ends.TryGetValue(key, out var known) && known.FirstBlock <= end.FirstBlock ? known : end;
        }

        return ends;
    }

    // Whether the money met the address in a block that was at hand then.
    private static bool IsOld(RecordedEnd end, ScreeningRecord earlier) =>
        earlier.Heads.TryGetValue(end.Chain, out long block) && end.FirstBlock <= block;

    private static bool Holds(LabelBook labels, RecordedEnd end) =>
        labels.OfKey(end.Address).Any(label => LabelIdentity.Of(label) == end.Label!.Id);
}
