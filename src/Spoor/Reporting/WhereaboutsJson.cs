using System.Text.Json;
using Spoor.Tracing.Ranking;
using Spoor.Tracing.Terminals;

namespace Spoor.Reporting;

/// <summary>The members <c>terminals</c> and <c>ranking</c> of <c>trace/1</c>: where the money is now, by class, and how the places were ranked.</summary>
internal static class WhereaboutsJson
{
    public static void Write(Utf8JsonWriter json, Whereabouts? whereabouts)
    {
        if (whereabouts is null)
        {
            json.WriteNull("terminals");
            json.WriteNull("ranking");
            return;
        }

        json.WriteObjects("terminals", whereabouts.Places, place => Write(json, place));
        json.WriteStartObject("ranking");
        json.WriteString("method", RankingMethod.TtrRedirect.Name);
        json.WriteNumber("version", RankingMethod.TtrRedirect.Version);
        json.WriteString("gap", NameOf(whereabouts.Gap));
        json.WriteNumber("dormantDays", whereabouts.Rules.Dormant.Ticks / TimeSpan.TicksPerDay);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, RestingPlace place)
    {
        json.WriteString("chain", place.Chain.Value);
        json.WriteString("address", Rendered.Account(place.Chain, place.Address));
        json.WriteString("class", TerminalNames.Of(place.Class));
        json.WriteString("why", place.Why);
        json.WriteObjects("amounts", place.Amounts, amount =>
        {
            json.WriteString("stolen", amount.Key.ToString());
            json.WriteString("amount", amount.Value.ToString());
        });
        if (place.Rank is { } rank)
        {
            json.WriteNumber("rank", rank);
            return;
        }

        json.WriteNull("rank");
    }

    private static string? NameOf(RankGap? gap) => gap switch
    {
        null => null,
        RankGap.NoSeed => "no-seed",
        RankGap.ManySeeds => "many-seeds",
        _ => "too-large",
    };
}
