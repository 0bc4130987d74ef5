namespace Spoor.Reporting.Documents.Pdf;

/// <summary>A table over as many pages as it needs, with its head on each.</summary>
internal sealed class PdfTable
{
    private const decimal Size = 6.8m;
    private const decimal LineHeight = 8.6m;
    private const decimal Padding = 3;
    private const decimal WidestWord = 78;
    private const decimal WidestColumn = 300;

    private readonly PdfSheet _sheet;
    private readonly Table _table;
    private readonly decimal[] _widths;

    private PdfTable(PdfSheet sheet, Table table)
    {
        (_sheet, _table) = (sheet, table);
        _widths = WidthsOf(table);
    }

    public static void Write(PdfSheet sheet, Table table)
    {
        sheet.Keep(60);
        sheet.Mark(table.Id);
        sheet.Write(PdfLines.Of([new Words.Strong(table.Caption)], 8.5m, PdfSheet.Right - PdfSheet.Left), 8.5m, PdfColour.Ink, PdfSheet.Left);
        var writer = new PdfTable(sheet, table);
        writer.WriteHead();
        foreach (var row in table.Shown)
        {
            writer.WriteRow(row);
        }

        sheet.Y += 4;
        if (table.More is { } more)
        {
            sheet.Write(PdfLines.Of([more], 8, PdfSheet.Right - PdfSheet.Left), 8, PdfColour.Faint, PdfSheet.Left);
        }

        sheet.Y += 6;
    }

    private void WriteHead()
    {
        List<IReadOnlyList<PdfLine>> cells = [.. _table.Columns.Select((column, i) => PdfLines.Of([column.Title], Size, _widths[i] - (2 * Padding), bold: true))];
        WriteLines(cells, 0, cells.Max(cell => cell.Count));
        _sheet.Page.Line(PdfColour.Faint, 0.8m, PdfSheet.Left, _sheet.Y, PdfSheet.Left + _widths.Sum(), _sheet.Y);
    }

    private void WriteRow(Row row)
    {
        List<IReadOnlyList<PdfLine>> cells = [.. row.Cells.Select((cell, i) => PdfLines.Of(cell.Text, Size, _widths[i] - (2 * Padding)))];
        int lines = Math.Max(1, cells.Max(cell => cell.Count));
        if (Fitting() < Math.Min(lines, 12))
        {
            TurnWithHead();
        }

        if (row.Anchor is { } anchor)
        {
            _sheet.Mark(anchor);
        }

        int written = 0;
        while (written < lines)
        {
            int now = Math.Min(lines - written, Math.Max(1, Fitting()));
            WriteLines(cells, written, now);
            written += now;
            if (written < lines)
            {
                TurnWithHead();
            }
        }

        _sheet.Page.Line(PdfColour.Rule, 0.4m, PdfSheet.Left, _sheet.Y, PdfSheet.Left + _widths.Sum(), _sheet.Y);
    }

    private int Fitting() => (int)((_sheet.Room - (2 * Padding)) / LineHeight);

    private void TurnWithHead()
    {
        _sheet.Turn();
        WriteHead();
    }

    private void WriteLines(List<IReadOnlyList<PdfLine>> cells, int first, int count)
    {
        decimal x = PdfSheet.Left;
        for (int column = 0; column < cells.Count; column++)
        {
            for (int line = first; line < Math.Min(first + count, cells[column].Count); line++)
            {
                var one = cells[column][line];
                decimal at = _table.Columns[column].IsNumber ? x + _widths[column] - Padding - one.Width : x + Padding;
                _sheet.Write(one, Size, PdfColour.Ink, at, _sheet.Y + Padding + ((line - first) * LineHeight) + Size);
            }

            x += _widths[column];
        }

        _sheet.Y += (count * LineHeight) + (2 * Padding) - 2;
    }

    // As wide as they want to be where that fits; else each gets its longest word and a share of the rest.
    private static decimal[] WidthsOf(Table table)
    {
        decimal available = PdfSheet.Right - PdfSheet.Left;
        var columns = table.Columns.Select((column, i) => table.Shown.Select(row => row.Cells[i].Text).Append([column.Title]).ToList()).ToList();
        decimal[] wanted = [.. columns.Select(cells => Math.Min(WidestColumn, cells.Max(Natural)) + (2 * Padding) + 2)];
        if (wanted.Sum() <= available)
        {
            return wanted;
        }

        decimal[] least = [.. columns.Select(cells => cells.Max(cell => PdfLines.Least(cell, Size, WidestWord)) + (2 * Padding) + 2)];
        decimal rest = available - least.Sum();
        decimal asked = wanted.Sum() - least.Sum();
        return rest <= 0 || asked <= 0
            ? [.. least.Select(width => width * available / least.Sum())]
            : [.. least.Select((width, i) => width + (rest * (wanted[i] - width) / asked))];
    }

    private static decimal Natural(IReadOnlyList<Words> cell) => cell.Sum(words => PdfFonts.Bold.WidthOf(PdfFonts.Shown(VisibleText.Of(words.Text)), Size));
}
