namespace Spoor.Chains.Files.Labels;

/// <summary>A list of labels as CSV, told by the columns of its header.</summary>
/// <param name="name">What the kind is called.</param>
/// <param name="required">Columns that a file of this kind has, in lower case.</param>
/// <param name="rowOf">Makes a row of a record; null for a record that says nothing.</param>
internal sealed class CsvLabelFormat(
    string name, IReadOnlyList<string> required, Func<CsvRecord, LabelSheet, LabelRow?> rowOf) : ILabelFormat
{
    // A heading that was copied into the middle of a list.
    private static readonly string[] Headings = ["address", "contractaddress", "bannedaddress", "accountaddress"];

    public string Name => name;

    public bool Recognises(string head) =>
        CsvRecord.HeaderOf(head) is { } header && required.All(column => header.Contains(column, StringComparer.OrdinalIgnoreCase));

    public void Read(TextReader text, LabelSheet sheet)
    {
        foreach (var record in CsvRecord.ReadAll(text, sheet))
        {
            if (rowOf(record, sheet) is not { } row)
            {
                continue;
            }

            if (Headings.Contains(row[LabelField.Address], StringComparer.OrdinalIgnoreCase))
            {
                sheet.PassOver(row.Line, row.KeyOf(LabelField.Address), row[LabelField.Address]);
            }
            else
            {
                sheet.Rows.Read(row);
            }
        }
    }
}
