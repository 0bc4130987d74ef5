using System.Globalization;

namespace Spoor.Transfers.Recording;

/// <summary>Transfers as a table that people read, that <c>spoor import</c> takes, and that gives back every field of each.</summary>
/// <remarks>No cell of it can hold a comma, a quote or a line feed, so nothing is quoted.</remarks>
public static class TransferTable
{
    private const string Header = "chain,block,tx_index,phase,index,time,tx,kind,from,to,asset,amount,quality,occurrence,output_tx,output_index";

    private static readonly Dictionary<TransferKind, string> Kinds = new()
    {
        [TransferKind.Native] = "native",
        [TransferKind.Token] = "token",
        [TransferKind.Fee] = "fee",
        [TransferKind.Issue] = "issue",
        [TransferKind.UtxoIn] = "utxo-in",
        [TransferKind.UtxoOut] = "utxo-out",
    };

    private static readonly Dictionary<string, TransferKind> KindsByName = Kinds.ToDictionary(one => one.Value, one => one.Key, StringComparer.Ordinal);

    public static void Write(TextWriter output, IEnumerable<Transfer> transfers)
    {
        output.Write(Header + "\n");
        foreach (var transfer in transfers)
        {
            output.Write(string.Join(',', CellsOf(transfer)));
            output.Write('\n');
        }
    }

    /// <param name="file">What a message calls it.</param>
    /// <param name="text">The table.</param>
    /// <exception cref="FormatException">A row is no transfer; the message names file, line and cell.</exception>
    public static IReadOnlyList<Transfer> Read(string file, TextReader text) =>
        [.. RecordText.Rows(file, Header, text).Select(row => row.Read(TransferOf))];

    private static string[] CellsOf(Transfer transfer) =>
    [
        transfer.Chain.Value,
        RecordText.Of(transfer.Position.Block),
        RecordText.Of(transfer.Position.Transaction),
        RecordText.Of((byte)transfer.Position.Phase),
        RecordText.Of(transfer.Position.Index),
        RecordText.Of(transfer.Time),
        transfer.Tx.Render(transfer.Chain),
        Kinds[transfer.Kind],
        RecordText.Of(transfer.Chain, transfer.From),
        RecordText.Of(transfer.Chain, transfer.To),
        transfer.Asset.ToString(),
        transfer.Amount.Units.ToString(CultureInfo.InvariantCulture),
        transfer.Quality switch { AmountQuality.Exact => "exact", AmountQuality.Rounded => "rounded", _ => "unknown" },
        RecordText.Of(transfer.Occurrence),
        transfer.Output?.Tx.Render(transfer.Chain) ?? "",
        transfer.Output is { } output ? RecordText.Of(output.Index) : "",
    ];

    private static Transfer TransferOf(RecordRow row)
    {
        var asset = AssetId.Parse(row[10]);
        return row[0] != asset.Chain.Value
            ? throw row.Fault(10, $"an asset of {row[0]}")
            : new()
            {
                Position = new(row.Number(1), row.Index(2), (Phase)row.Number(3, (byte)Phase.Log), row.Index(4)),
                Time = row.Moment(5),
                Tx = TxHash.Parse(row[6]),
                Kind = KindsByName.TryGetValue(row[7], out var kind) ? kind : throw row.Fault(7, "a kind of transfer"),
                From = row.Address(asset.Chain, 8),
                To = row.Address(asset.Chain, 9),
                Asset = asset,
                Amount = Amount.Parse(row[11]),
                Quality = row[12] switch
                {
                    "exact" => AmountQuality.Exact,
                    "rounded" => AmountQuality.Rounded,
                    "unknown" => AmountQuality.Unknown,
                    _ => throw row.Fault(12, "exact, rounded or unknown"),
                },
                Occurrence = row.Index(13),
                Output = row[14].Length == 0 ? null : new Outpoint(TxHash.Parse(row[14]), row.Index(15)),
            };
    }
}
