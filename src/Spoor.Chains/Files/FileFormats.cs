using Spoor.Transfers;

namespace Spoor.Chains.Files;

/// <summary>The formats <c>spoor import</c> reads, and which one a file is of.</summary>
public static class FileFormats
{
    /// <summary>The one that needs most is tried first, so that no format shadows a richer one.</summary>
    public static readonly IReadOnlyList<FileFormat> All =
    [
        .. new[]
        {
            EthereumEtlTransactions.Format,
            EthereumEtlTokenTransfers.Format,
            EthereumEtlTraces.Format,
            CryoTransactions.Format,
            CryoNativeTransfers.Format,
            CryoErc20Transfers.Format,
            CryoTraces.Format,
            BitcoinEtlTransactions.Format,
            EtherscanExport.Format,
            EthereumHeistTransfers.Format,
            LaunderNetFlows.Format,
            SpoorTransfers.Format,
        }.OrderByDescending(format => format.Required.Count).ThenBy(format => format.Name, StringComparer.Ordinal),
    ];

    /// <summary>Formats that state the block alone, so that the order inside it is inferred: payments that feed others come first.</summary>
    public static readonly IReadOnlyList<string> OrderedByInference = [EtherscanExport.Format.Name, EthereumHeistTransfers.Format.Name, LaunderNetFlows.Format.Name];

    /// <summary>The mapping of a file by its columns.</summary>
    /// <param name="format">A format's name, to override what the columns say; else null.</param>
    /// <param name="chain">The chain of a file that does not state it; null for the format's own default.</param>
    /// <exception cref="UnknownFormatException">No format fits, or the named one does not.</exception>
    public static FileMapping Recognise(FileShape file, string? format = null, ChainId? chain = null)
    {
        if (file.Columns.Count == 0)
        {
            return Empty(file, chain ?? Default(FileFamily.Evm));
        }

        var chosen = format is null
            ? All.FirstOrDefault(known => known.MissingIn(file).Count == 0) ?? throw UnknownFormatException.NoneFits(file, All)
            : All.FirstOrDefault(known => known.Name == format) ?? throw UnknownFormatException.NoSuchName(format, All);
        return chosen.MissingIn(file) is { Count: > 0 } missing
            ? throw UnknownFormatException.Lacks(file, chosen, missing)
            : chosen.Map(file, chain ?? Default(chosen.Family));
    }

    private static ChainId Default(FileFamily family) =>
        family == FileFamily.Utxo ? UtxoNative.Bitcoin : ChainId.Parse("eip155:1");

    /// <summary>A file without even a header: nothing to import, and nothing wrong.</summary>
    private static FileMapping Empty(FileShape file, ChainId chain) => new()
    {
        Format = "empty",
        File = file,
        Chain = chain.Value,
        ChainOf = Sql.Text(chain.Value),
        Columns = [],
        Checks = [],
        Skips = [],
        Movements = [],
        Order = StatedOrder.Full,
    };
}
