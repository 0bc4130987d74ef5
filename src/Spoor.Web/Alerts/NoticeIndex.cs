using Spoor.Storage.Journals;

namespace Spoor.Web.Alerts;

/// <summary>The notices of an alert file by their place in it; of the last ones what is asked for all the time, of the others only where to look.</summary>
/// <param name="kept">How many notices are remembered at least; twice as many at most.</param>
internal sealed class NoticeIndex(Journal journal, int kept)
{
    // Of an older notice these lines are read again to find it.
    private const int Stride = 1_024;

    private readonly List<AlertEntry> _recent = [];
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);

    // Where every so many lines begin.
    private readonly List<long> _marks = [];
    private int _before;

    public int Count => _before + _recent.Count;

    /// <summary>Whether it is among those remembered; a replay tells nothing older again.</summary>
    public bool Has(string key) => _keys.Contains(key);

    public void Add(AlertEntry entry)
    {
        if (Count % Stride == 0)
        {
            _marks.Add(entry.Line.Offset);
        }

        _recent.Add(entry);
        _keys.Add(entry.Key);
        if (_recent.Count > 2 * kept)
        {
            _keys.ExceptWith(_recent.Take(kept).Select(old => old.Key));
            _recent.RemoveRange(0, kept);
            _before += kept;
        }
    }

    /// <summary>A notice that is remembered; null for an older one.</summary>
    public AlertEntry? Recent(int index) => index >= _before ? _recent[index - _before] : null;

    /// <summary>Where an older notice lies.</summary>
    public JournalLine Older(int index) => journal.Lines(_marks[index / Stride]).ElementAt(index % Stride);

    /// <summary>The place of the notice that begins at an offset, or the end of the file; null when no line begins there.</summary>
    public int? At(long offset)
    {
        if (offset == journal.Length)
        {
            return Count;
        }

        int recent = _recent.FindIndex(entry => entry.Line.Offset == offset);
        if (recent >= 0)
        {
            return _before + recent;
        }

        int mark = _marks.FindLastIndex(begin => begin <= offset);
        int within = mark < 0 ? -1 : journal.Lines(_marks[mark]).Take(Stride).TakeWhile(line => line.Offset <= offset).Select((line, i) => line.Offset == offset ? i : -1).LastOrDefault(-1);
        return within < 0 ? null : (mark * Stride) + within;
    }
}
