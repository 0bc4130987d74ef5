using System.Text.Json;
using Spoor.Response.Freezing;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Reporting.Responses;

/// <summary>A freeze packet for a recipient's programs, as <c>freeze-packet/1</c>.</summary>
public static class FreezePacketJson
{
    public const string Format = "freeze-packet/1";

    public static void Write(FreezePacket packet, Stream output) => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", Format);
        json.WriteString("id", packet.Id);
        json.WriteString("madeAt", Rendered.Moment(packet.MadeAt));
        json.WriteStartObject("to");
        json.WriteString("name", packet.Target.Name);
        json.WriteString("kind", packet.Target.Kind);
        json.WriteEndObject();
        WriteRequester(json, packet);
        json.WriteStartObject("case");
        json.WriteString("incident", packet.Incident);
        json.WriteString("victim", packet.Victim);
        json.WriteString("authority", Known(packet.Requester.Authority));
        json.WriteString("number", Known(packet.Requester.CaseNumber));
        json.WriteEndObject();
        json.WriteString("rule", packet.Rule);
        json.WriteString("usd", packet.Usd?.ToString());
        json.WriteObjects("totals", packet.Totals, total => WriteAmount(json, total.Asset, total.Token, total.Amount));
        json.WriteObjects("positions", packet.Positions, position => WritePosition(json, position));
    });

    private static void WriteRequester(Utf8JsonWriter json, FreezePacket packet)
    {
        json.WriteStartObject("requester");
        json.WriteString("name", Known(packet.Requester.Name));
        json.WriteString("contact", Known(packet.Requester.Contact));
        json.WriteString("action", packet.Requester.Action.ToString().ToLowerInvariant());
        json.WriteString("deadline", packet.Requester.Deadline is { } deadline ? Rendered.Moment(deadline) : null);
        json.WriteEndObject();
    }

    private static void WritePosition(Utf8JsonWriter json, FreezePosition position)
    {
        var chain = position.Asset.Chain;
        json.WriteString("chain", chain.Value);
        json.WriteString("address", AddressText.Render(chain, position.Address));
        json.WriteString("label", Known(position.Label));
        WriteAmount(json, position.Asset, position.Token, position.Amount);
        json.WriteString("usd", position.Usd?.ToString());
        json.WriteObjects("arrivals", position.Arrivals, arrival =>
        {
            json.WriteString("time", Rendered.Moment(arrival.Time));
            json.WriteString("tx", arrival.Tx.Render(chain));
            json.WriteString("from", arrival.From is { } from ? AddressText.Render(chain, from) : null);
            json.WriteString("units", arrival.Amount.ToString());
            json.WriteString("taintedUnits", arrival.Tainted.ToString());
            json.WriteString("usd", arrival.Usd?.ToString());
        });
        json.WriteObjects("chronology", position.Chronology, step => WriteStep(json, step));
    }

    private static void WriteStep(Utf8JsonWriter json, ChronologyStep step)
    {
        var chain = step.Asset.Chain;
        json.WriteString("kind", step.Kind.ToString().ToLowerInvariant());
        json.WriteString("time", Rendered.Moment(step.Time));
        json.WriteString("chain", chain.Value);
        json.WriteString("tx", step.Tx.Render(chain));
        json.WriteString("from", step.From is { } from ? AddressText.Render(step.Given?.Asset.Chain ?? chain, from) : null);
        json.WriteString("to", step.To is { } to ? AddressText.Render(chain, to) : null);
        json.WriteString("asset", step.Asset.ToString());
        json.WriteString("units", step.Amount.ToString());
        json.WriteString("taintedUnits", step.Tainted.ToString());
        json.WriteString("bridge", Known(step.Bridge));
        json.WritePropertyName("given");
        if (step.Given is not { } given)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("asset", given.Asset.ToString());
        json.WriteString("units", given.Amount.ToString());
        json.WriteString("tx", given.Tx.Render(given.Asset.Chain));
        json.WriteEndObject();
    }

    private static void WriteAmount(Utf8JsonWriter json, AssetId asset, Token? token, Amount amount)
    {
        json.WriteString("asset", asset.ToString());
        json.WriteString("symbol", token?.Symbol);
        json.WriteString("amount", token is null ? null : Coins.Of(amount, token.Decimals).ToString());
        json.WriteString("units", amount.ToString());
    }

    private static string? Known(string text) => text.Length > 0 ? text : null;
}
