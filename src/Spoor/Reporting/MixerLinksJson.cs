using System.Text.Json;
using Spoor.Tracing.Mixers;
using Spoor.Transfers;

namespace Spoor.Reporting;

/// <summary>Hypotheses on who withdrew from mixers as <c>mixer-links/1</c>, see <c>docs/json.md</c>.</summary>
public static class MixerLinksJson
{
    /// <param name="files">What else than transfers was looked at.</param>
    public static void Write(MixerLinks links, IReadOnlyList<CitedFile> files, Stream output) => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", "mixer-links/1");
        json.WriteString("chain", links.Activity.Chain.Value);
        WriteParameters(json, links.Parameters);
        json.WriteObjects("files", files, file =>
        {
            json.WriteString("file", file.Name);
            json.WriteString("sha256", file.Sha256);
        });
        json.WriteObjects("pools", links.Activity.Pools, pool => WritePool(json, links.Activity, pool));
        WriteTexts(json, "unrecognised", links.Activity.Unrecognised.Select(tx => tx.Render(links.Activity.Chain)));
        json.WriteObjects("unchecked", links.Unchecked, one =>
        {
            json.WriteString("method", one.Method);
            json.WriteString("why", one.Why);
        });
        json.WriteObjects("hypotheses", links.Hypotheses, hypothesis => Write(json, hypothesis));
    });

    private static void WriteParameters(Utf8JsonWriter json, MixerParameters parameters)
    {
        json.WriteStartObject("parameters");
        json.WriteNumber("seriesSeconds", (long)parameters.Series.TotalSeconds);
        json.WriteNumber("restSeconds", (long)parameters.Rest.TotalSeconds);
        json.WriteNumber("minOrdinary", parameters.MinOrdinary);
        json.WriteNumber("minNotes", parameters.MinNotes);
        json.WriteNumber("minReturnedPercent", parameters.MinReturnedPercent);
        json.WriteNumber("maxRecipients", parameters.MaxRecipients);
        json.WriteNumber("maxPartners", parameters.MaxPartners);
        json.WriteNumber("minProbabilityPerMillion", parameters.MinProbabilityPerMillion);
        json.WriteEndObject();
    }

    private static void WritePool(Utf8JsonWriter json, MixerActivity activity, MixerPool pool)
    {
        json.WriteString("name", pool.Name);
        json.WriteString("address", AddressText.ToCaip10(pool.Chain, pool.Address));
        json.WriteString("asset", pool.Asset.ToString());
        json.WriteString("denomination", pool.Denomination.ToString());
        json.WriteNumber("deposits", activity.Deposits.Count(deposit => deposit.Pool == pool));
        json.WriteNumber("withdrawals", activity.Withdrawals.Count(withdrawal => withdrawal.Pool == pool));
    }

    private static void Write(Utf8JsonWriter json, MixerHypothesis hypothesis)
    {
        var chain = hypothesis.Chain;
        json.WriteString("method", hypothesis.Method.Id);
        json.WriteNumber("version", hypothesis.Method.Version);
        json.WriteBoolean("tiesNotes", hypothesis.Method.TiesNotes);
        json.WriteString("source", AddressText.ToCaip10(chain, hypothesis.Source));
        WriteTexts(json, "recipients", hypothesis.Recipients.Select(recipient => AddressText.ToCaip10(chain, recipient)));
        json.WriteNumber("probabilityPerMillion", hypothesis.Odds.ProbabilityPerMillion);
        json.WriteNumber("baseRatePerMillion", hypothesis.Odds.BaseRatePerMillion);
        json.WriteNumber("hitPerMillion", hypothesis.Odds.HitPerMillion);
        json.WriteNumber("coincidencePerMillion", hypothesis.Odds.CoincidencePerMillion);
        json.WriteNumber("candidates", hypothesis.Candidates);
        json.WriteNumber("sources", hypothesis.Sources);
        json.WritePropertyName("anonymitySet");
        WriteCount(json, hypothesis.AnonymitySet);
        json.WriteString("reason", hypothesis.Reason);
        json.WriteObjects("deposits", hypothesis.Deposits, deposit =>
        {
            WriteNote(json, deposit.Pool, deposit.Position, deposit.Time, deposit.Tx);
            json.WriteString("from", AddressText.ToCaip10(chain, deposit.From));
        });
        json.WriteObjects("withdrawals", hypothesis.Withdrawals, withdrawal =>
        {
            WriteNote(json, withdrawal.Pool, withdrawal.Position, withdrawal.Time, withdrawal.Tx);
            json.WriteString("to", AddressText.ToCaip10(chain, withdrawal.Recipient));
            json.WriteString("relayer", Rendered.Account(chain, withdrawal.Relayer));
            json.WriteString("fee", withdrawal.Fee.ToString());
            json.WriteNumber("depositsBefore", withdrawal.DepositsBefore);
            json.WritePropertyName("anonymitySet");
            WriteCount(json, withdrawal.AnonymitySet);
        });
        WriteTexts(json, "outside", hypothesis.Outside.Select(tx => tx.Render(chain)));
    }

    private static void WriteNote(Utf8JsonWriter json, MixerPool pool, Position position, DateTimeOffset time, TxHash tx)
    {
        json.WriteString("pool", pool.Name);
        json.WriteNumber("block", position.Block);
        json.WriteString("time", Rendered.Moment(time));
        json.WriteString("tx", tx.Render(pool.Chain));
    }

    private static void WriteCount(Utf8JsonWriter json, long? count)
    {
        if (count is { } known)
        {
            json.WriteNumberValue(known);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        texts.ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
    }
}
