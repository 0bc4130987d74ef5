using System.Globalization;
using System.IO.Compression;
using System.Text;
using Spoor.Labels;
using Spoor.Transfers;

namespace Spoor.Chains.Files;

/// <summary>Labels from a CSV file, plain or gzip; the columns it may have are in <c>docs/labels.md</c>.</summary>
public static class LabelFile
{
    private static readonly string[] NameColumns = ["name", "name_tag", "nametag", "label"];
    private static readonly string[] CategoryColumns = ["category", "label", "labels"];

    /// <summary>The labels in the order of the file; a row that says nothing of its address is none.</summary>
    /// <exception cref="FormatException">A row is faulty; the message names file, line and column.</exception>
    public static IReadOnlyList<Label> Read(string path)
    {
        using var bytes = File.OpenRead(path);
        return Read(Path.GetFileName(path), bytes);
    }

    /// <inheritdoc cref="Read(string)"/>
    public static IReadOnlyList<Label> Read(string file, Stream bytes)
    {
        using var text = new StreamReader(
            file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(bytes, CompressionMode.Decompress) : bytes);
        return Read(file, text);
    }

    /// <inheritdoc cref="Read(string)"/>
    public static IReadOnlyList<Label> Read(string file, TextReader text)
    {
        var labels = new List<Label>();
        foreach (var line in CsvLine.ReadAll(file, text))
        {
            string name = FirstOf(line, NameColumns);
            string category = FirstOf(line, CategoryColumns);
            if (!NameColumns.Concat(CategoryColumns).Any(line.Has))
            {
                // A bare list of addresses says one thing of all of them: that they are what the file is called.
                (name, category) = (file.Split('.')[0], "service");
            }

            if (name.Length > 0 || category.Length > 0)
            {
                labels.Add(LabelOf(line, name.Length > 0 ? name : category, category, file));
            }
        }

        return labels;
    }

    private static Label LabelOf(CsvLine line, string name, string category, string file)
    {
        var (chain, address) = AccountOf(line);
        string source = line["source"];
        return new()
        {
            Subject = new LabelSubject.OfAddress(chain, address),
            Name = Printable(line, name, NameColumns),
            Category = Printable(line, category, CategoryColumns),
            Source = source.Length > 0 ? source : file,
            Learned = DateOnly.MinValue,
        };
    }

    // A bare address without a chain names the same key wherever it is used, so its label holds on every chain.
    private static (ChainId? Chain, Address Address) AccountOf(CsvLine line)
    {
        string text = line.Required("address");
        ChainId? chain = line["chain"] is { Length: > 0 } name ? ChainOf(line, name) : null;
        try
        {
            var (found, address) = AccountText.Parse(text, chain);
            return (chain ?? (text.StartsWith($"{found}:", StringComparison.Ordinal) ? found : null), address);
        }
        catch (FormatException)
        {
            throw line.Fault("address", chain is { } told ? $"an address of {told}" : "an address, or a CAIP-10 account");
        }
    }

    private static ChainId ChainOf(CsvLine line, string name)
    {
        try
        {
            return ChainRegistry.Find(name).Id;
        }
        catch (FormatException)
        {
            throw line.Fault("chain", "a known chain such as eip155:1 or Ethereum");
        }
    }

    // Names end up on the terminal of whoever reads a trace; an escape sequence in one could rewrite the screen, and a
    // character that turns the direction of writing could make one name, or the address beside it, look like another.
    private static string Printable(CsvLine line, string text, string[] columns) =>
        text.EnumerateRunes().Any(rune => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format)
            ? throw line.Fault(columns.First(line.Has), "text without control characters or invisible formatting")
            : text;

    private static string FirstOf(CsvLine line, string[] columns) =>
        columns.Select(column => line[column]).FirstOrDefault(cell => cell.Length > 0, "");
}
