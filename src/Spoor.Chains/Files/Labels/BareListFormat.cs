using Spoor.Transfers;

namespace Spoor.Chains.Files.Labels;

/// <summary>A list without a header: an address, then who it is.</summary>
internal sealed class BareListFormat : ILabelFormat
{
    public string Name => "list without header";

    public bool Recognises(string head)
    {
        try
        {
            return new CsvRows(new StringReader(head)).ReadAll().FirstOrDefault() is { Cells: [var address, _] }
                && ChainRegistry.Known.Any(chain => AddressText.TryParse(chain.Id, address.Trim(), out _));
        }
        catch (EndOfStreamException)
        {
            return false;
        }
    }

    public void Read(TextReader text, LabelSheet sheet)
    {
        var (category, abuse) = StemConcepts.Of(sheet.File.Stem);
        foreach (var (line, cells) in CsvRecord.RowsOf(text, sheet))
        {
            if (cells.Count < 2)
            {
                sheet.Fault(line, "row", "an address and a name", string.Join(",", cells));
                continue;
            }

            sheet.Rows.Read(new LabelRow(line) { OnChain = sheet.Options.Chain }
                .Set(LabelField.Address, cells[0], "column 1")
                .Set(LabelField.Name, cells[1], "column 2")
                .Set(LabelField.Category, category)
                .Set(LabelField.Abuse, abuse)
                .Set(LabelField.Source, sheet.File.File));
        }
    }
}
