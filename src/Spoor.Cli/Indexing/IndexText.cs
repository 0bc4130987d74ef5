using Spoor.Cli.Output;
using Spoor.Reporting;
using Spoor.Storage.Index;

namespace Spoor.Cli.Indexing;

/// <summary>What an index covers, for people and as <c>index/1</c>.</summary>
internal static class IndexText
{
    public static void Write(Terminal terminal, IndexReport report)
    {
        terminal.Heading($"Index {Counted.Of(report.Generation)}: {Counted.Of(report.Indexed, "transfer", "transfers")} in {Counted.Of(report.Bytes)} bytes");
        terminal.Table(
            ["Chain", ">Transfers", ">Addresses"],
            report.Chains.Select(chain => (IReadOnlyList<string>)[chain.Chain, Counted.Of(chain.Transfers), Counted.Of(chain.Addresses)]));
        terminal.Line(report.Tail == 0 ? "No transfer came later." : $"{Counted.Of(report.Tail, "transfer", "transfers")} came later and are read from the log.");
    }

    public static void WriteJson(IndexReport report, Stream output) => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", "index/1");
        json.WriteNumber("generation", report.Generation);
        json.WriteNumber("bytes", report.Bytes);
        json.WriteNumber("indexed", report.Indexed);
        json.WriteNumber("later", report.Tail);
        json.WriteObjects("chains", report.Chains, chain =>
        {
            json.WriteString("chain", chain.Chain);
            json.WriteNumber("transfers", chain.Transfers);
            json.WriteNumber("addresses", chain.Addresses);
        });
    });
}
