using System.Text;
using Spoor.Transfers;

namespace Spoor.Storage.DuckDb.Import;

/// <summary>The rows of a CSV file for <see cref="FaultSearch"/>.</summary>
internal sealed class CsvLines(FileMapping mapping)
{
    internal IEnumerable<FileLine> Read()
    {
        // Bytes that are not UTF-8 become U+FFFD here, so that the row they stand in can be named.
        using var text = new PackedFile(mapping.File.Path).OpenText(new UTF8Encoding(false));
        int[] places = [.. mapping.Columns.Select(column => PlaceOf(column.Name))];
        foreach (var record in new CsvRecords(text).Read().Skip(1))
        {
            yield return FaultOf(record) is { } fault
                ? new(record.Line, record.Raw, [], fault)
                : new(record.Line, record.Raw, Array.ConvertAll(places, place => record.Fields[place]), null);
        }
    }

    private int PlaceOf(string column) =>
        mapping.File.Columns.Select((known, place) => (known.Name, place)).First(known => known.Name == column).place;

    private ImportFault? FaultOf(CsvRecords.Record record)
    {
        int columns = mapping.File.Columns.Count;
        string found = ImportFault.Shorten(record.Raw);
        return record switch
        {
            { Fault: { } problem } => new(record.Line, null, "fields as RFC 4180 has them", $"{problem}: {found}", record.Raw),
            _ when record.Fields.Count != columns => new(record.Line, null, $"{columns} fields", $"{record.Fields.Count} fields: {found}", record.Raw),
            _ when record.Raw.Contains('\uFFFD', StringComparison.Ordinal) => new(record.Line, null, "text in UTF-8", found, record.Raw),
            _ => null,
        };
    }
}
