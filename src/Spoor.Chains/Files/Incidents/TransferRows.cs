using Spoor.Transfers;

namespace Spoor.Chains.Files.Incidents;

/// <summary>Checks <c>transfers.csv</c>, which is imported like any other file of transfers: what must hold before that.</summary>
internal sealed class TransferRows(FolderNotes notes)
{
    private const string Unknown = "unknown";

    private static readonly string[] Columns =
    [
        "chain", "block", "time", "tx", "kind", "from", "to", "asset", "amount",
        "?tx_index", "?phase", "?index", "?quality", "?output_tx", "?output_index", "?note",
    ];

    private readonly IncidentTable _table = new(IncidentFiles.Transfers, notes);

    public IReadOnlyList<string> Read(TextReader text) => _table.Read(text, Columns, Check);

    private string Check(CsvLine line)
    {
        _table.Required(line, "chain");
        _table.Time(line, "time");
        if (_table.Chain(line) is { } chain)
        {
            CheckAddress(line, "from", chain);
            CheckAddress(line, "to", chain);
        }

        if (!TxHash.TryParse(line["tx"], out _))
        {
            _table.Fault(line, "tx", "the hash of a transaction");
        }

        _table.Required(line, "amount");
        _table.Number(line, "amount");

        return line["tx"];
    }

    private void CheckAddress(CsvLine line, string column, ChainId chain)
    {
        string text = line[column];
        if (text.Length > 0 && text != Unknown && !AddressText.TryParse(chain, text, out _))
        {
            _table.Fault(line, column, $"an address of {chain}, '{Unknown}', or nothing");
        }
    }
}
