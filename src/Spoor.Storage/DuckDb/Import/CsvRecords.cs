using System.Text;

namespace Spoor.Storage.DuckDb.Import;

/// <summary>The records of a CSV file one by one with the lines they begin at (RFC 4180, strict).</summary>
/// <remarks>
/// Not for speed: the engine reads files of good rows. This reads the header, and finds the line of a fault, which the
/// engine cannot tell once a quoted field holds a line break.
/// </remarks>
internal sealed class CsvRecords(TextReader text)
{
    // A quote that is never closed makes one record of the rest of a file, however large: what is beyond is not kept.
    private const int MaxRecord = 16 << 20;

    private readonly StringBuilder _field = new();
    private readonly StringBuilder _raw = new();
    private List<string?> _fields = [];
    private long _line = 1;

    /// <summary>A record; <see cref="Fault"/> says why its structure is broken, else it is null.</summary>
    internal sealed record Record(long Line, IReadOnlyList<string?> Fields, string Raw, string? Fault);

    /// <summary>All records, the header first; a line with nothing on it is none.</summary>
    internal IEnumerable<Record> Read()
    {
        if (text.Peek() == '\uFEFF')
        {
            text.Read();
        }

        while (text.Peek() >= 0)
        {
            var record = Next();
            if (record.Raw.Length > 0)
            {
                yield return record;
            }
        }
    }

    private Record Next()
    {
        long begins = _line;
        _fields = [];
        _raw.Clear();
        string? fault = null;
        bool ended = false;
        while (!ended)
        {
            ended = text.Peek() == '"' ? ReadQuoted(ref fault) : ReadPlain(ref fault);
        }

        fault ??= _raw.Length >= MaxRecord ? $"more than {MaxRecord} characters" : null;
        return new(begins, _fields, _raw.ToString(), fault);
    }

    /// <returns>True when the record ended with the field.</returns>
    private bool ReadPlain(ref string? fault)
    {
        _field.Clear();
        while (true)
        {
            int next = Take();
            if (next is -1 or ',' or '\n')
            {
                // An empty field is one the file says nothing in.
                _fields.Add(_field.Length == 0 ? null : _field.ToString());
                return next != ',';
            }

            fault ??= next == '"' ? "a quote inside a field that does not begin with one" : null;
            Keep((char)next);
        }
    }

    private bool ReadQuoted(ref string? fault)
    {
        _field.Clear();
        Take();
        while (true)
        {
            int next = Take(inQuotes: true);
            if (next == -1)
            {
                fault ??= "a quote that is never closed";
                _fields.Add(_field.ToString());
                return true;
            }

            if (next != '"')
            {
                Keep((char)next);
            }
            else if (text.Peek() == '"')
            {
                Keep((char)Take());
            }
            else
            {
                return EndQuoted(ref fault);
            }
        }
    }

    private bool EndQuoted(ref string? fault)
    {
        _fields.Add(_field.Length == 0 ? null : _field.ToString());
        int next = Take();
        while (next is not (-1 or ',' or '\n'))
        {
            fault ??= "text after the closing quote of a field";
            next = Take();
        }

        return next != ',';
    }

    /// <summary>One character; outside quotes CR LF is LF.</summary>
    private int Take(bool inQuotes = false)
    {
        int next = text.Read();
        if (next == '\r' && !inQuotes && text.Peek() == '\n')
        {
            next = text.Read();
        }

        _line += next == '\n' ? 1 : 0;
        if (next >= 0 && (inQuotes || next != '\n') && _raw.Length < MaxRecord)
        {
            _raw.Append((char)next);
        }

        return next;
    }

    private void Keep(char one)
    {
        if (_field.Length < MaxRecord)
        {
            _field.Append(one);
        }
    }
}
