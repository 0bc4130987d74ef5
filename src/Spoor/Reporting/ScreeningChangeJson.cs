using System.Text.Json;
using Spoor.Screening;
using Spoor.Transfers;

namespace Spoor.Reporting;

/// <summary>What changed since an earlier screening, as a member of <c>screen/1</c>.</summary>
internal static class ScreeningChangeJson
{
    public static void Write(Utf8JsonWriter json, ScreeningChange? change)
    {
        if (change is null)
        {
            json.WriteNull("change");
            return;
        }

        json.WriteStartObject("change");
        ScreeningJson.WriteScore(json, "before", change.Before);
        ScreeningJson.WriteScore(json, "after", change.After);
        json.WriteObjects("reasons", change.Reasons, reason => Write(json, reason));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ChangeReason reason)
    {
        switch (reason)
        {
            case ChangeReason.RuleChange rules:
                json.WriteString("reason", "rule-change");
                json.WriteString("from", rules.From);
                json.WriteString("to", rules.To);
                ScreeningJson.WriteScore(json, "score", rules.Score);
                json.WriteStartArray("rules");
                rules.Rules.ToList().ForEach(json.WriteStringValue);
                json.WriteEndArray();
                break;
            case ChangeReason.NewLabel labels:
                json.WriteString("reason", "new-label");
                json.WriteObjects("labels", labels.Labels, label => Write(json, label));
                break;
            case ChangeReason.NewFunds funds:
                json.WriteString("reason", "new-funds");
                json.WriteNumber("payments", funds.Payments);
                json.WriteObjects("ends", funds.Ends, end =>
                {
                    json.WriteString("chain", end.Chain.Value);
                    json.WriteString("address", AddressText.Render(end.Chain, end.Address));
                    json.WriteString("name", end.Label?.Name);
                    json.WriteNumber("firstBlock", end.FirstBlock);
                });
                break;
        }
    }

    private static void Write(Utf8JsonWriter json, LabelChange label)
    {
        json.WriteString("chain", label.Chain?.Value);
        json.WriteString("address", label.Chain is { } chain ? AddressText.Render(chain, label.Address) : AddressText.RenderKey(label.Address));
        json.WriteString("id", label.Label.Id);
        json.WriteString("name", label.Label.Name);
        json.WriteBoolean("gone", label.IsGone);
    }
}
