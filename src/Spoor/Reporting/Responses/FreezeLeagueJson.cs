using System.Text.Json;
using Spoor.Response.Freezing;
using Spoor.Valuation;

namespace Spoor.Reporting.Responses;

/// <summary>How those who were asked to freeze answered, as <c>freeze-league/1</c>.</summary>
public static class FreezeLeagueJson
{
    public const string Format = "freeze-league/1";

    public static void Write(IReadOnlyList<FreezeLeagueRow> rows, Stream output) => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", Format);
        json.WriteObjects("rows", rows, row =>
        {
            json.WriteString("name", row.Target.Name);
            json.WriteString("kind", row.Target.Kind);
            json.WriteNumber("sent", row.Sent);
            json.WriteNumber("acknowledged", row.Acknowledged);
            foreach (var (outcome, count) in row.Outcomes)
            {
                json.WriteNumber(outcome.Word(), count);
            }

            WriteSeconds(json, "medianSecondsToAcknowledge", row.MedianToAcknowledge);
            WriteSeconds(json, "medianSecondsToDecide", row.MedianToDecide);
            json.WriteAmounts("askedAmounts", row.Asked);
            json.WriteAmounts("frozenAmounts", row.Frozen);
        });
    });

    /// <summary>A list of assets with their amounts.</summary>
    internal static void WriteAmounts(this Utf8JsonWriter json, string name, IReadOnlyList<FreezeAmount> amounts) => json.WriteObjects(name, amounts, amount =>
    {
        json.WriteString("asset", amount.Asset.ToString());
        json.WriteString("symbol", amount.Symbol);
        json.WriteString("amount", Coins.Of(amount.Amount, amount.Decimals).ToString());
        json.WriteString("units", amount.Amount.ToString());
    });

    private static void WriteSeconds(Utf8JsonWriter json, string name, TimeSpan? took)
    {
        if (took is { } time)
        {
            json.WriteNumber(name, (long)time.TotalSeconds);
            return;
        }

        json.WriteNull(name);
    }
}
