using System.Globalization;
using System.Text.Json;
using Spoor.Labels;
using Spoor.Screening;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Reporting;

/// <summary>Screenings as <c>screen/1</c>, the contract of <c>docs/json.md</c>.</summary>
public static class ScreeningJson
{
    public const string Version = "screen/1";

    /// <summary>Writes a whole document; the same book and addresses give the same bytes.</summary>
    /// <param name="answers">Each with what changed since an earlier screening, where there is one.</param>
    public static void Write(
        ScreeningBook book, IEnumerable<(AddressScreening Screening, ScreeningChange? Change)> answers, Stream output, params IReadOnlyList<CitedFile> labelFiles) =>
        JsonText.Write(output, json => WriteMembers(json, book, answers, labelFiles));

    /// <summary>The members of the document, for a writer that has begun an object.</summary>
    public static void WriteMembers(
        Utf8JsonWriter json, ScreeningBook book, IEnumerable<(AddressScreening Screening, ScreeningChange? Change)> answers, IReadOnlyList<CitedFile> labelFiles)
    {
        json.WriteString("spoor", Version);
        WriteRules(json, book.Rules);
        json.WriteObjects("chains", book.Heads, head =>
        {
            json.WriteString("chain", head.Chain.Value);
            json.WriteNumber("block", head.Block);
            json.WriteNumber("transfers", head.Transfers);
        });
        json.WriteObjects("labelFiles", labelFiles, file =>
        {
            json.WriteString("name", file.Name);
            json.WriteString("sha256", file.Sha256);
        });
        json.WriteObjects("screenings", answers, answer => Write(json, answer.Screening, answer.Change));
    }

    private static void WriteRules(Utf8JsonWriter json, ScreeningRules rules)
    {
        json.WriteStartObject("rules");
        json.WriteString("version", rules.Version);
        json.WriteString("digest", rules.Digest);
        json.WriteNumber("maxHops", rules.Method.MaxHops);
        json.WriteNumber("budget", rules.Method.Budget);
        json.WriteNumber("thinPerMillion", rules.Method.ThinPerMillion);
        json.WriteNumber("hubCounterparties", rules.Method.HubCounterparties);
        json.WriteString("dustUsd", rules.Method.DustUsd.ToString());
        json.WriteNumber("dustPerMillion", rules.Method.DustPerMillion);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, AddressScreening screening, ScreeningChange? change)
    {
        json.WriteString("address", screening.Chain is { } chain ? AddressText.Render(chain, screening.Address) : AddressText.RenderKey(screening.Address));
        json.WriteString("chain", screening.Chain?.Value);
        json.WriteStartArray("chains");
        screening.Chains.ToList().ForEach(one => json.WriteStringValue(one.Value));
        json.WriteEndArray();
        json.WriteBoolean("known", screening.IsKnown);
        json.WriteBoolean("complete", screening.IsComplete);
        WriteScore(json, "score", screening.Risk.Score);
        json.WriteString("level", screening.Risk.Level?.ToString().ToLowerInvariant());
        json.WriteObjects("fired", screening.Risk.Fired, fired => Write(json, fired));
        json.WriteObjects("labels", screening.Labels, label => Write(json, label));
        json.WriteObjects("conflicts", screening.Conflicts, conflict => Write(json, conflict));
        Write(json, "received", screening.Received);
        Write(json, "sent", screening.Sent);
        json.WriteObjects("exposures", screening.Exposures, exposure => ExposureJson.Write(json, exposure));
        ScreeningChangeJson.Write(json, change);
    }

    private static void Write(Utf8JsonWriter json, FiredRule fired)
    {
        json.WriteString("rule", fired.Rule.Id);
        json.WriteNumber("points", fired.Rule.Points);
        json.WriteString("ground", fired.Fact.Ground == RuleGround.SameKey ? "same-key" : fired.Fact.Ground.ToString().ToLowerInvariant());
        json.WriteString("category", ExposureCategories.NameOf(fired.Fact.Category));
        json.WriteString("side", fired.Fact.Side?.ToString().ToLowerInvariant());
        json.WriteNumber("sharePerMillion", fired.Fact.SharePerMillion);
        json.WriteString("usd", fired.Fact.Usd?.ToString());
    }

    private static void Write(Utf8JsonWriter json, KnownLabel known)
    {
        json.WriteString("id", known.Id);
        json.WriteString("name", known.Label.Name);
        json.WriteString("exposure", ExposureCategories.NameOf(known.Category));
        json.WriteString("category", known.Label.Category);
        json.WriteString("abuse", known.Label.Abuse);
        json.WriteString("actor", known.Label.Actor);
        json.WriteString("source", known.Label.Source);
        json.WriteString("confidence", known.Label.Confidence.Id);
        json.WriteNumber("level", known.Label.Confidence.Level);
        json.WriteString("chain", known.Label.Chain?.Value);
        json.WriteString("observed", known.Label.Observed?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteBoolean("elsewhere", known.IsElsewhere);
    }

    private static void Write(Utf8JsonWriter json, LabelConflict conflict)
    {
        json.WriteString("kind", conflict.Kind switch
        {
            LabelConflictKind.PerpetratorContract => "perpetrator-contract",
            LabelConflictKind.PerpetratorService => "perpetrator-service",
            _ => "two-actors",
        });
        json.WriteString("one", conflict.One.Claim);
        json.WriteString("other", conflict.Other.Claim);
        json.WriteBoolean("acrossChains", conflict.AcrossChains);
        json.WriteBoolean("independent", conflict.Independent);
    }

    private static void Write(Utf8JsonWriter json, string side, Turnover turnover)
    {
        json.WriteStartObject(side);
        WriteUsd(json, turnover.Usd);
        json.WriteBoolean("priced", turnover.IsPriced);
        json.WriteNumber("payments", turnover.Payments);
        json.WriteNumber("unlisted", turnover.Unlisted);
        json.WriteBoolean("complete", turnover.IsComplete);
        json.WriteObjects("assets", turnover.Assets, asset =>
        {
            json.WriteString("asset", asset.Asset.ToString());
            json.WriteString("amount", asset.Amount.ToString());
            WriteUsd(json, asset.Usd);
            json.WriteNumber("payments", asset.Payments);
            json.WriteObjects("remainders", asset.Remainders, rest =>
            {
                json.WriteString("why", rest.Key.ToString().ToLowerInvariant());
                json.WriteString("amount", rest.Value.ToString());
            });
        });
        json.WriteEndObject();
    }

    internal static void WriteUsd(Utf8JsonWriter json, UsdValue? usd) => json.WriteString("usd", usd?.ToString());

    internal static void WriteScore(Utf8JsonWriter json, string name, int? score)
    {
        if (score is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
