using System.Globalization;
using System.Text.Json;
using Spoor.Response.Compensation;
using Spoor.Response.Compensation.Books;

namespace Spoor.Reporting.Compensations;

/// <summary>How a compensation stands, <c>compensation/1</c>.</summary>
public static class CompensationJson
{
    public static void Write(string incident, CompensationCase state, Stream output) => JsonText.Write(output, json =>
    {
        var (opening, books) = (state.Opening, state.Books);
        json.WriteString("spoor", "compensation/1");
        json.WriteString("incident", incident);
        json.WriteString("opened", Rendered.Moment(state.Opened));
        json.WriteString("policy", PledgePolicies.NameOf(opening.Terms.Policy));
        json.WriteNumber("sharePerMillion", opening.Terms.SharePerMillion);
        json.WriteString("pricedAt", opening.Terms.PricedAt is { } moment ? Rendered.Moment(moment) : null);
        json.WriteNumber("customers", opening.Customers);
        json.WriteNumber("claims", books.Claims);
        json.WriteNumber("payments", books.Payments);
        json.WriteNumber("disputes", books.Disputes);
        json.WriteString("root", books.Root);
        json.WriteObjects("losses", opening.Terms.Assets.Zip(opening.Balances), line =>
        {
            json.WriteString("asset", line.First.Code);
            json.WriteNumber("decimals", line.First.Decimals);
            json.WriteString("balances", line.Second.ToString());
            json.WriteString("loss", line.First.Loss.ToString());
            json.WriteString("usdPrice", line.First.UsdPrice?.ToString(CultureInfo.InvariantCulture));
        });
        WriteAssets(json, books);
        json.WriteObjects("openDisputes", books.OpenDisputes, dispute =>
        {
            json.WriteString("reference", dispute.Reference);
            json.WriteString("customer", dispute.Customer);
            json.WriteString("asset", dispute.Asset);
        });
    });

    internal static void WriteAssets(Utf8JsonWriter json, CompensationBooks books) => json.WriteObjects("assets", books.Assets.Zip(books.Totals), line =>
    {
        json.WriteString("asset", line.First.Code);
        json.WriteNumber("decimals", line.First.Decimals);
        json.WriteString("pledged", line.Second.Pledged.ToString());
        json.WriteString("paid", line.Second.Paid.ToString());
        json.WriteString("due", line.Second.Due.ToString());
        json.WriteString("claimed", line.Second.Claimed.ToString());
        json.WriteString("disputed", line.Second.Disputed.ToString());
        json.WriteBoolean("balanced", line.Second.IsBalanced);
    });
}
