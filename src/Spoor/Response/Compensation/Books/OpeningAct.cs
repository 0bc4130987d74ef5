using System.Globalization;
using System.Text.Json.Nodes;
using Spoor.Records;
using Spoor.Transfers;

namespace Spoor.Response.Compensation.Books;

/// <summary>The opening of a compensation as an act of the desk's log, and back.</summary>
public static class OpeningAct
{
    private const string MomentForm = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static ActNote NoteOf(CompensationOpening opening, DateTimeOffset at, string by, string why) => new(at, by, why, CompensationActs.Opened, new()
    {
        ["policy"] = PledgePolicies.NameOf(opening.Terms.Policy),
        ["sharePerMillion"] = opening.Terms.SharePerMillion,
        ["pricedAt"] = opening.Terms.PricedAt?.UtcDateTime.ToString(MomentForm, CultureInfo.InvariantCulture),
        ["customers"] = opening.Customers,
        ["assets"] = new JsonArray([.. opening.Terms.Assets.Select((asset, place) => LineOf(asset, opening.Balances[place]))]),
        ["pledged"] = new JsonArray([.. opening.Pledged.Select(LineOf)]),
        ["balancesSha256"] = opening.BalancesSha256,
        ["lossesSha256"] = opening.LossesSha256,
        ["pledgesSha256"] = opening.PledgesSha256,
        ["secretSha256"] = opening.SecretSha256,
    });

    /// <exception cref="FormatException">The act is not one that <see cref="NoteOf"/> makes.</exception>
    public static CompensationOpening Read(Act act)
    {
        var about = new ActReading(act, act.About);
        return new()
        {
            Terms = new()
            {
                Policy = PledgePolicies.TryParse(about.Text("policy"), out var policy) ? policy : throw about.Wrong("policy", string.Join(" or ", PledgePolicies.Names)),
                SharePerMillion = about.Number("sharePerMillion"),
                PricedAt = MomentOf(about),
                Assets = [.. about.Items("assets").Select(AssetOf)],
            },
            Balances = [.. about.Items("assets").Select(line => line.Amount("balances"))],
            Customers = about.Number("customers"),
            Pledged = [.. about.Items("pledged").Select(line => new PledgedAsset(line.Text("asset"), line.Number("decimals"), line.Amount("amount")))],
            BalancesSha256 = about.Text("balancesSha256"),
            LossesSha256 = about.Text("lossesSha256"),
            PledgesSha256 = about.Text("pledgesSha256"),
            SecretSha256 = about.Text("secretSha256"),
        };
    }

    private static JsonObject LineOf(LostAsset asset, Amount balances) => new JsonObject
    {
        ["asset"] = asset.Code,
        ["decimals"] = asset.Decimals,
        ["balances"] = balances.ToString(),
        ["loss"] = asset.Loss.ToString(),
        ["usdPrice"] = asset.UsdPrice?.ToString(CultureInfo.InvariantCulture),
    };

    private static JsonObject LineOf(PledgedAsset asset) =>
        new JsonObject { ["asset"] = asset.Code, ["decimals"] = asset.Decimals, ["amount"] = asset.Total.ToString() };

    private static LostAsset AssetOf(ActReading line) =>
        new(line.Text("asset"), line.Number("decimals"), line.Amount("loss"), line.TextOrNull("usdPrice") is null ? null : PriceOf(line));

    private static decimal PriceOf(ActReading line) =>
        decimal.TryParse(line.Text("usdPrice"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal price) ? price : throw line.Wrong("usdPrice", "a price");

    private static DateTimeOffset? MomentOf(ActReading about) => about.TextOrNull("pricedAt") is not { } text ? null
        : DateTimeOffset.TryParseExact(text, MomentForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment
        : throw about.Wrong("pricedAt", "a time");
}
