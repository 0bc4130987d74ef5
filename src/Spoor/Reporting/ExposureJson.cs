using System.Text.Json;
using Spoor.Labels;
using Spoor.Screening;
using Spoor.Transfers;

namespace Spoor.Reporting;

/// <summary>One exposure of <c>screen/1</c>, with the transactions behind it.</summary>
internal static class ExposureJson
{
    public static void Write(Utf8JsonWriter json, Exposure exposure)
    {
        json.WriteString("side", exposure.Side.ToString().ToLowerInvariant());
        json.WriteString("category", ExposureCategories.NameOf(exposure.Category));
        json.WriteString("reach", exposure.Reach.ToString().ToLowerInvariant());
        ScreeningJson.WriteUsd(json, exposure.Usd);
        json.WriteNumber("sharePerMillion", exposure.SharePerMillion);
        json.WriteNumber("leastHops", exposure.LeastHops);
        json.WriteNumber("ways", exposure.Ways);
        json.WriteObjects("amounts", exposure.Amounts, amount =>
        {
            json.WriteString("asset", amount.Asset.ToString());
            json.WriteString("amount", amount.Amount.ToString());
            ScreeningJson.WriteUsd(json, amount.Usd);
        });
        json.WriteObjects("ends", exposure.Ends, end => Write(json, end));
        json.WriteObjects("trails", exposure.Trails, trail => Write(json, trail));
    }

    private static void Write(Utf8JsonWriter json, ExposureEnd end)
    {
        json.WriteString("chain", end.Chain.Value);
        json.WriteString("address", AddressText.Render(end.Chain, end.Address));
        json.WriteNumber("ways", end.Ways);
        json.WriteNumber("firstBlock", end.FirstBlock);
        if (end.Label is not { } label)
        {
            json.WriteNull("label");
            return;
        }

        json.WriteStartObject("label");
        json.WriteString("id", LabelIdentity.Of(label));
        json.WriteString("name", label.Name);
        json.WriteString("source", label.Source);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ExposureTrail trail)
    {
        var chain = trail.Asset.Chain;
        json.WriteString("end", Rendered.Account(chain, trail.End));
        json.WriteString("asset", trail.Asset.ToString());
        json.WriteString("amount", trail.Units.ToString());
        ScreeningJson.WriteUsd(json, trail.Usd);
        json.WriteNumber("hops", trail.Hops);
        json.WriteObjects("steps", trail.Steps, step =>
        {
            json.WriteString("tx", step.Tx.Render(chain));
            json.WriteNumber("block", step.Position.Block);
            json.WriteNumber("phase", (byte)step.Position.Phase);
            json.WriteNumber("index", step.Position.Index);
            json.WriteString("time", Rendered.Moment(step.Time));
            json.WriteString("from", Rendered.Account(chain, step.From));
            json.WriteString("to", Rendered.Account(chain, step.To));
            json.WriteString("amount", step.Amount.ToString());
        });
    }
}
