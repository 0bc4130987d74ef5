namespace Spoor.Detection.Watching;

/// <summary>Gives notices their numbers, so that no number of an alert is ever used for two different things.</summary>
/// <remarks>
/// An alert counts its own notices, and that count is undone with it. What was told cannot be undone: the correction gets the
/// next number that was never used, and the alert's own count is moved up by the difference from then on.
/// </remarks>
internal sealed class NoticeNumbers
{
    // The alerts corrected last; one of an owner is open at a time, and what is final is corrected no more.
    private const int Most = 4_096;

    private readonly Dictionary<string, int> _offsets = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = [];

    /// <summary>By how much the counts of alerts are moved, for a checkpoint; in the order they first were.</summary>
    public IEnumerable<(string Alert, int Offset)> Offsets => _order.Select(alert => (alert, _offsets[alert]));

    public AlertNotice Numbered(AlertNotice notice) =>
        _offsets.TryGetValue(notice.Alert, out int offset) ? notice with { Number = notice.Number + offset } : notice;

    /// <summary>From now on an alert's own count of <paramref name="counted"/> stands for the number <paramref name="told"/>.</summary>
    public void Move(string alert, int counted, int told)
    {
        if (!_offsets.ContainsKey(alert))
        {
            _order.Enqueue(alert);
        }

        _offsets[alert] = told - counted;
        if (_order.Count > Most)
        {
            _offsets.Remove(_order.Dequeue());
        }
    }
}
