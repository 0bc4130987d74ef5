using System.Globalization;
using DuckDB.NET.Data;
using Spoor.Transfers;

namespace Spoor.Benchmarks.Compare;

/// <summary>The input, the answers and the times of one comparison.</summary>
internal sealed record CompareFolder(string Path)
{
    /// <summary>How many addresses the reach is taken from.</summary>
    private const int StartCount = 20;

    private const string Header = "token_address,from_address,to_address,value,transaction_hash,log_index,block_number";

    public string CsvFile => System.IO.Path.Combine(Path, "transfers.csv");

    public string ParquetFile => System.IO.Path.Combine(Path, "transfers.parquet");

    /// <summary>The one of the two that is there; Parquet where the other would not fit on the disk.</summary>
    public string TransfersFile => File.Exists(ParquetFile) ? ParquetFile : CsvFile;

    public string StartsFile => System.IO.Path.Combine(Path, "starts.txt");

    /// <summary>Of each start: addresses reached, those of them that pay on, and payments that must be read.</summary>
    public string NeededFile => System.IO.Path.Combine(Path, "needed.tsv");

    public string AnswersFile(string engine) => System.IO.Path.Combine(Path, $"{engine}.answers.tsv");

    public string TimesFile(string engine) => System.IO.Path.Combine(Path, $"{engine}.times.tsv");

    /// <summary>A folder of the engine's own, empty.</summary>
    public string Scratch(string engine)
    {
        string scratch = System.IO.Path.Combine(Path, "scratch-" + engine);
        if (Directory.Exists(scratch))
        {
            Directory.Delete(scratch, recursive: true);
        }

        return Directory.CreateDirectory(scratch).FullName;
    }

    /// <summary>Writes a chain as ethereum-etl writes <c>token_transfers</c>, and who received its first transfers.</summary>
    public void Generate(SyntheticChain chain)
    {
        Directory.CreateDirectory(Path);
        List<string> starts = [];
        using var file = new StreamWriter(CsvFile) { NewLine = "\n" };
        file.WriteLine(Header);
        foreach (var transfer in chain.All())
        {
            string to = Hex(transfer.To!.Value);
            file.WriteLine(string.Join(
                ',',
                transfer.Asset.Reference["erc20:".Length..],
                Hex(transfer.From!.Value),
                to,
                transfer.Amount,
                "0x" + transfer.Tx,
                transfer.Position.Index.ToString(CultureInfo.InvariantCulture),
                transfer.Position.Block.ToString(CultureInfo.InvariantCulture)));
            if (starts.Count < StartCount && !starts.Contains(to))
            {
                starts.Add(to);
            }
        }

        File.WriteAllLines(StartsFile, starts);
    }

    /// <summary>The file's transfers, in its order.</summary>
    public IEnumerable<Transfer> Transfers() => (File.Exists(ParquetFile) ? ParquetRows() : CsvRows()).Select(fields => new Transfer
    {
        Position = new(
            long.Parse(fields[6], NumberStyles.None, CultureInfo.InvariantCulture),
            0,
            Phase.Log,
            int.Parse(fields[5], NumberStyles.None, CultureInfo.InvariantCulture)),
        Time = SyntheticChain.Start,
        Tx = TxHash.Parse(fields[4]),
        Kind = TransferKind.Token,
        From = AddressText.Parse(SyntheticChain.Chain, fields[1]),
        To = AddressText.Parse(SyntheticChain.Chain, fields[2]),
        Asset = SyntheticChain.Token,
        Amount = Amount.Parse(fields[3]),
    });

    private IEnumerable<string[]> CsvRows() => File.ReadLines(CsvFile).Skip(1).Select(line => line.Split(','));

    private IEnumerable<string[]> ParquetRows()
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {Header.Replace("log_index,block_number", "log_index::VARCHAR,block_number::VARCHAR", StringComparison.Ordinal)} FROM '{ParquetFile}'";
        command.UseStreamingMode = true;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
        }
    }

    public static string Hex(Address address) => "0x" + Convert.ToHexStringLower(address.ToBytes());
}
