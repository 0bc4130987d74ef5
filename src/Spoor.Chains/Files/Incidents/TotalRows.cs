using Spoor.Incidents;

namespace Spoor.Chains.Files.Incidents;

/// <summary>Reads <c>totals.csv</c>: published figures with no transaction behind them.</summary>
internal sealed class TotalRows(FolderNotes notes, IReadOnlyList<IncidentWallet> wallets)
{
    private static readonly string[] Columns = ["statement", "?chain", "?asset", "?address", "?amount", "?usd", "as_of", "source", "?note"];

    private readonly HashSet<(string Chain, string Address)> _known = [.. wallets.Select(wallet => (wallet.Chain, wallet.Address))];
    private readonly IncidentTable _table = new(IncidentFiles.Totals, notes);

    public IReadOnlyList<PublishedTotal> Read(TextReader text) => _table.Read(text, Columns, TotalOf);

    private PublishedTotal TotalOf(CsvLine line)
    {
        _table.Chain(line);
        decimal? usd = _table.Number(line, "usd");
        if (usd is { } dollars && dollars != decimal.Truncate(dollars))
        {
            _table.Fault(line, "usd", "whole dollars");
        }

        if (line["amount"].Length == 0 && line["usd"].Length == 0)
        {
            _table.Fault(line, "expected an amount or usd, found neither.");
        }

        if (line["address"].Length > 0 && !_known.Contains((line["chain"], line["address"])))
        {
            _table.Fault(line, "address", $"an address of {IncidentFiles.Wallets} on the same chain");
        }

        return new()
        {
            Statement = _table.Required(line, "statement"),
            Chain = line["chain"],
            Asset = line["asset"],
            Address = line["address"],
            Amount = _table.Number(line, "amount"),
            Usd = usd is { } whole && whole <= long.MaxValue ? (long)whole : null,
            AsOf = _table.Time(line, "as_of"),
            Source = _table.Sources(line),
            Note = line["note"],
        };
    }
}
