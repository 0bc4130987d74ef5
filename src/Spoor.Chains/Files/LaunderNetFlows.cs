using Spoor.Transfers;

namespace Spoor.Chains.Files;

/// <summary>LaunderNet's <c>flows</c>: transfers valued in US dollars, the asset left out.</summary>
/// <remarks>The asset is <c>iso4217:usd</c> and its unit the cent. Whatever was moved counts at its price, so a swap needs no re-basing.</remarks>
internal static class LaunderNetFlows
{
    public static readonly FileFormat Format = new(
        "laundernet",
        FileFamily.Evm,
        ["Timestamp", "Block", "Tx_hash", "From", "To", "Value_in_USD"],
        Map);

    // "945646.73" with the decimal point moved two places: shifting an exponent keeps it text.
    private const string Cents = "\"Value_in_USD\" || 'E2'";

    private static FileMapping Map(FileShape file, ChainId chain) => new()
    {
        Format = Format.Name,
        File = file,
        Chain = chain.Value,
        ChainOf = Sql.Text(chain.Value),
        Columns = file.Read([.. Format.Required]),
        Checks =
        [
            Sql.IsTime("Timestamp"),
            Sql.IsCount("Block"),
            EvmSql.IsHash("Tx_hash"),
            EvmSql.IsAccount("From"),
            EvmSql.IsAccount("To"),
            new("Value_in_USD", "regexp_full_match(\"Value_in_USD\", '[0-9]+([.][0-9]{0,2})?')", "dollars with two decimals at most"),
        ],
        Skips = [],
        Movements =
        [
            EvmTransaction.Token() with
            {
                Block = "CAST(\"Block\" AS BIGINT)",
                Time = Sql.Time("\"Timestamp\""),
                Tx = EvmSql.Hash("\"Tx_hash\""),
                From = EvmSql.Account("\"From\""),
                To = EvmSql.Account("\"To\""),
                Asset = "'iso4217:usd'",
                Amount = Cents,
                Quality = "0",
            },
        ],
        Order = StatedOrder.Block,
    };
}
