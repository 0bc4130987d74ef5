using System.Text;

namespace Spoor.Chains.Files.Labels;

/// <summary>One row of a CSV file, and the line on which it begins.</summary>
internal readonly record struct CsvRow(long Line, IReadOnlyList<string> Cells);

/// <summary>Rows of a CSV file (RFC 4180); blank lines and lines that begin with <c>#</c> are passed over wherever they stand.</summary>
/// <remarks>Read here because the line of a row must be right even after comments and after cells that hold line breaks.</remarks>
internal sealed class CsvRows(TextReader text)
{
    /// <summary>No cell of a label is near this; a missing quotation mark makes one of the rest of the file.</summary>
    private const int MaxRow = 1 << 20;

    private readonly StringBuilder _cell = new();
    private long _line = 1;
    private int _length;

    /// <summary>Where the row begins that is being read, or was read last.</summary>
    public long RowLine { get; private set; }

    /// <exception cref="EndOfStreamException">A quotation mark is not closed.</exception>
    public IEnumerable<CsvRow> ReadAll()
    {
        while (text.Peek() >= 0)
        {
            RowLine = _line;
            if (text.Peek() == '#')
            {
                SkipLine();
                continue;
            }

            var cells = ReadRow();
            if (cells is not [""])
            {
                yield return new(RowLine, cells);
            }
        }
    }

    private void SkipLine()
    {
        while (text.Read() is >= 0 and int c && c != '\n')
        {
        }

        _line++;
    }

    private List<string> ReadRow()
    {
        var cells = new List<string>();
        _length = 0;
        bool isLast;
        do
        {
            isLast = text.Peek() == '"' ? ReadQuoted() : ReadPlain();
            cells.Add(_cell.ToString());
            _cell.Clear();
        }
        while (!isLast);
        return cells;
    }

    // Both return whether the row ends with the cell.
    private bool ReadPlain()
    {
        while (text.Read() is >= 0 and int c)
        {
            if (c == ',')
            {
                return false;
            }

            if (c == '\n')
            {
                _line++;
                return true;
            }

            if (c != '\r' || text.Peek() != '\n')
            {
                Append((char)c);
            }
        }

        return true;
    }

    private bool ReadQuoted()
    {
        text.Read();
        while (text.Read() is >= 0 and int c)
        {
            if (c == '"' && text.Peek() != '"')
            {
                return ReadPlain();
            }

            if (c == '"')
            {
                text.Read();
            }

            _line += c == '\n' ? 1 : 0;
            if (!Append((char)c))
            {
                break;
            }
        }

        throw new EndOfStreamException($"The quotation mark of the row at line {RowLine} is not closed.");
    }

    private bool Append(char c)
    {
        _cell.Append(c);
        return ++_length <= MaxRow;
    }
}
