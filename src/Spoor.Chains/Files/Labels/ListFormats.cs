using Spoor.Transfers;

namespace Spoor.Chains.Files.Labels;

/// <summary>The published CSV lists, each with columns of its own; where they come from is in <c>docs/methods/label-formats.md</c>.</summary>
internal static class ListFormats
{
    private static readonly ChainId Ethereum = ChainId.Parse("eip155:1");

    public static readonly IReadOnlyList<ILabelFormat> All =
    [
        new CsvLabelFormat("OFAC CSV", ["ofac_currency_code", "address"], Ofac),
        new CsvLabelFormat("explorer CSV", ["explorer", "label", "address", "name_tag"], Explorer),
        new CsvLabelFormat("Forta CSV", ["banned_address", "wallet_tag"], Forta),
        new CsvLabelFormat("Tutela CSV", ["address", "account_type", "entity", "legitimacy"], Tutela),
        new CsvLabelFormat("Tornado Cash CSV", ["chain_id", "token", "denomination", "address"], Tornado),
        new CsvLabelFormat("entity CSV", ["address", "entity", "source"], Entity),
    ];

    private static LabelRow Ofac(CsvRecord record, LabelSheet sheet)
    {
        sheet.Cite(KnownSources.Ofac with { Published = sheet.File.Day });
        return RowOf(record, "address", "OFAC-sanctioned address")
            .Set(LabelField.Currency, record["ofac_currency_code"], "ofac_currency_code")
            .Set(LabelField.Abuse, "sanction")
            .Set(LabelField.Source, KnownSources.Ofac.Key)
            .Set(LabelField.Confidence, "authority_data");
    }

    private static LabelRow? Explorer(CsvRecord record, LabelSheet sheet)
    {
        if (LabelNetworks.OfExplorer(record["explorer"]) is not { } chain)
        {
            sheet.Fault(record.Line, "explorer", "an explorer or chain that is known, such as etherscan", record["explorer"]);
            return null;
        }

        var source = KnownSources.OfExplorer(record["explorer"]);
        sheet.Cite(source);
        return RowOf(record, "address", NameOr(record["name_tag"], record["label"]), chain)
            .Set(LabelField.Category, record["label"], "label")
            .Set(LabelField.Source, source.Key)
            .Set(LabelField.Confidence, "web_crawl")
            .Set(LabelField.Observed, record["seen"], "seen");
    }

    private static LabelRow Forta(CsvRecord record, LabelSheet sheet)
    {
        string source = NameOr(record["data_source"], "forta");
        sheet.CiteKnown(source);

        // Etherscan's words, so that its tag is the same word whichever way it came: etherscan-phish-hack-list.
        string category = source.Replace("etherscan-", "", StringComparison.Ordinal).Replace("-list", "", StringComparison.Ordinal);
        return RowOf(record, "banned_address", NameOr(record["wallet_tag"], category), Ethereum)
            .Set(LabelField.Category, category, "data_source")
            .Set(LabelField.Source, source, "data_source")
            .Set(LabelField.Confidence, "web_crawl");
    }

    private static LabelRow? Tutela(CsvRecord record, LabelSheet sheet)
    {
        string tags = record["tags"];
        string category = NameOr(record["entity"], tags);
        string name = NameOr(record["name"], category);
        if (name.Length == 0)
        {
            return null;
        }

        sheet.Cite(KnownSources.Tutela);
        return RowOf(record, "address", name, Ethereum)
            .Set(LabelField.Category, category, "entity")
            .Set(LabelField.Abuse, record["legitimacy"] == "0" ? tags : "", "tags")
            .Set(LabelField.Source, KnownSources.Tutela.Key)
            .Set(LabelField.Confidence, "web_crawl");
    }

    private static LabelRow Tornado(CsvRecord record, LabelSheet sheet)
    {
        sheet.Cite(KnownSources.TornadoCash);
        return RowOf(record, "address", $"Tornado Cash {record["denomination"]} {record["token"].ToUpperInvariant()}")
            .Set(LabelField.Chain, $"eip155:{record["chain_id"]}", "chain_id")
            .Set(LabelField.Category, "mixing_service")
            .Set(LabelField.Actor, "tornado")
            .Set(LabelField.Source, KnownSources.TornadoCash.Key)
            .Set(LabelField.Confidence, "service_data");
    }

    private static LabelRow Entity(CsvRecord record, LabelSheet sheet)
    {
        var (category, abuse) = StemConcepts.Of(sheet.File.Stem);
        string source = NameOr(record["source"], sheet.File.File);
        sheet.CiteKnown(source);
        return RowOf(record, "address", record["entity"])
            .Set(LabelField.Chain, record["chain"], "chain")
            .Set(LabelField.Name, record["entity"], "entity")
            .Set(LabelField.Category, category)
            .Set(LabelField.Abuse, abuse)
            .Set(LabelField.Source, source, "source")
            .Set(LabelField.Confidence, "web_crawl");
    }

    private static LabelRow RowOf(CsvRecord record, string address, string name, ChainId? chain = null) =>
        new LabelRow(record.Line) { OnChain = chain }.Set(LabelField.Address, record[address], address).Set(LabelField.Name, name);

    private static string NameOr(string text, string fallback) => text.Length > 0 ? text : fallback;
}
