using System.Globalization;
using Spoor.Detection;
using Spoor.Transfers;

namespace Spoor.Chains.Files.Watches;

/// <summary>What was published of recipients' past, as a node would have told it: CSV <c>chain,address,nonce,code,source</c>.</summary>
public static class RecipientFile
{
    private const string Sent = "nonce";
    private const string Code = "code";

    /// <exception cref="FormatException">A row is faulty; the message names file, line and column.</exception>
    public static IReadOnlyDictionary<AccountOnChain, RecipientHistory> Read(string file, TextReader text)
    {
        var stated = new Dictionary<AccountOnChain, RecipientHistory>();
        foreach (var line in CsvLine.ReadAll(file, text))
        {
            if (!ChainId.TryParse(line.Required("chain"), out var chain))
            {
                throw line.Fault("chain", "a CAIP-2 chain such as eip155:1");
            }

            if (!AddressText.TryParse(chain, line.Required("address"), out var address))
            {
                throw line.Fault("address", $"an address of {chain}");
            }

            line.Required("source");
            if (!stated.TryAdd(new(chain, address), HistoryOf(line)))
            {
                throw line.Fault("address", "each address once");
            }
        }

        return stated;
    }

    private static RecipientHistory HistoryOf(CsvLine line) => new()
    {
        Nonce = line[Sent] switch
        {
            "" => null,
            _ when long.TryParse(line[Sent], NumberStyles.None, CultureInfo.InvariantCulture, out long nonce) => nonce,
            _ => throw line.Fault(Sent, "how many transactions it had sent, or nothing"),
        },
        HasCode = line[Code] switch
        {
            "" => null,
            "yes" => true,
            "no" => false,
            _ => throw line.Fault(Code, "yes, no or nothing"),
        },
    };
}
