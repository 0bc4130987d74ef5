using Spoor.Reporting;
using Spoor.Storage.Generation;
using Spoor.Transfers;

namespace Spoor.Cli.Generation;

/// <summary>What is true of a made-up chain, as <c>truth/1</c>.</summary>
internal static class TruthJson
{
    public static void Write(SyntheticChain chain, ulong seed, IReadOnlyList<string> files, Stream output) => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", "truth/1");
        json.WriteNumber("seed", seed);
        json.WriteNumber("transfers", chain.Transfers);
        json.WriteStartArray("files");
        files.Select(file => Path.GetFileName(file)).ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
        json.WriteObjects("thefts", chain.Thefts.Select(theft => TheftTruth.Of(chain, theft)), theft =>
        {
            json.WriteString("tx", theft.Tx.Render(theft.Asset.Chain));
            json.WriteString("asset", theft.Asset.ToString());
            json.WriteString("amount", theft.Amount.ToString());
            json.WriteObjects("addresses", theft.Addresses, one =>
            {
                json.WriteNumber("hop", one.Hop);
                json.WriteString("address", AddressText.Render(theft.Asset.Chain, one.Address));
            });
        });
    });
}
