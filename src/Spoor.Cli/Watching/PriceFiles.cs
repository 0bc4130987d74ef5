using System.Globalization;
using Spoor.Chains.Files;
using Spoor.Chains.Files.Losses;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Cli.Watching;

/// <summary>The price files of a watch, which are written anew every day while it runs.</summary>
/// <param name="paths">In order of preference.</param>
internal sealed class PriceFiles(IReadOnlyList<string> paths, TokenList tokens)
{
    private string _stamp = "";

    /// <exception cref="FormatException">A file holds something else.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public PriceBook Read()
    {
        _stamp = Stamp();
        return new(paths.Select(path => PriceFile.Read(InputFile.Read(path))).SelectMany(file => file.Prices), new(tokens));
    }

    /// <summary>Whether a file was written since it was read last.</summary>
    public bool HasChanged() => Stamp() != _stamp;

    private string Stamp() => string.Join('/', paths.Select(path => new FileInfo(path)).Select(file => file.Exists
        ? string.Create(CultureInfo.InvariantCulture, $"{file.LastWriteTimeUtc.Ticks}:{file.Length}")
        : ""));
}
