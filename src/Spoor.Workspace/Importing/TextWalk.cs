namespace Spoor.Workspace.Importing;

/// <summary>Goes over the bytes of a text once: how many, the longest line, how deep its brackets are.</summary>
internal sealed class TextWalk(bool isJson)
{
    private long _line;
    private int _depth;
    private bool _quoted;
    private bool _escaped;

    public long Bytes { get; private set; }

    public long LongestLine { get; private set; }

    public int Deepest { get; private set; }

    public void Take(ReadOnlySpan<byte> part)
    {
        Bytes += part.Length;
        TakeLines(part);
        if (isJson)
        {
            TakeBrackets(part);
        }
    }

    private void TakeLines(ReadOnlySpan<byte> part)
    {
        for (int end = part.IndexOf((byte)'\n'); end >= 0; end = part.IndexOf((byte)'\n'))
        {
            LongestLine = Math.Max(LongestLine, _line + end);
            _line = 0;
            part = part[(end + 1)..];
        }

        _line += part.Length;
        LongestLine = Math.Max(LongestLine, _line);
    }

    private void TakeBrackets(ReadOnlySpan<byte> part)
    {
        foreach (byte one in part)
        {
            if (_quoted)
            {
                (_quoted, _escaped) = (_escaped || one != (byte)'"', !_escaped && one == (byte)'\\');
                continue;
            }

            _quoted = one == (byte)'"';
            _depth += one is (byte)'{' or (byte)'[' ? 1 : one is (byte)'}' or (byte)']' ? -1 : 0;
            Deepest = Math.Max(Deepest, _depth);
        }
    }
}
