using Spoor.Transfers;

namespace Spoor.Chains.Files.Watches;

/// <summary>A list of addresses: CSV <c>chain,address</c>.</summary>
public static class AddressFile
{
    /// <exception cref="FormatException">A row is faulty; the message names file, line and column.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static IReadOnlyList<(ChainId Chain, Address Address)> Read(string path)
    {
        var file = InputFile.Read(path);
        using var text = file.OpenText();
        return [.. CsvLine.ReadAll(file.Name, text).Select(Row)];
    }

    private static (ChainId Chain, Address Address) Row(CsvLine line)
    {
        if (!ChainRegistry.TryFind(line.Required("chain"), out var chain))
        {
            throw line.Fault("chain", "a chain such as ethereum or eip155:1");
        }

        return AddressText.TryParse(chain.Id, line.Required("address"), out var address)
            ? (chain.Id, address)
            : throw line.Fault("address", $"an address of {chain.Id}");
    }
}
