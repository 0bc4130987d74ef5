namespace Spoor.Detection.Watching;

/// <summary>Gives notices their numbers, so that no number of an alert is ever used for two different things.</summary>
/// <remarks>
/// An alert counts its own notices, and that count is undone with it. What was told cannot be undone: the correction gets the
/// next number that was never used, and the alert's own count is moved up by the difference from then on.
/// </remarks>
internal sealed class NoticeNumbers
{
    private readonly SortedDictionary<string, int> _offsets = new(StringComparer.Ordinal);

    /// <summary>By how much the counts of alerts are moved, for a checkpoint.</summary>
    public IReadOnlyDictionary<string, int> Offsets => _offsets;

    public AlertNotice Numbered(AlertNotice notice) =>
        _offsets.TryGetValue(notice.Alert, out int offset) ? notice with { Number = notice.Number + offset } : notice;

    /// <summary>From now on an alert's own count of <paramref name="counted"/> stands for the number <paramref name="told"/>.</summary>
    public void Move(string alert, int counted, int told) => _offsets[alert] = told - counted;
}
