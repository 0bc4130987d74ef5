using System.Text.Json;
using Spoor.Tracing.Ranking;
using Spoor.Tracing.Terminals;
using Spoor.Transfers;

namespace Spoor.Reporting;

/// <summary>The members <c>dataEnds</c>, <c>terminals</c> and <c>ranking</c> of <c>trace/1</c>: how far the data go, where the money is as far as they do, by class, and how the places were ranked.</summary>
internal static class WhereaboutsJson
{
    public static void Write(Utf8JsonWriter json, Whereabouts? whereabouts)
    {
        if (whereabouts is null)
        {
            json.WriteNull("dataEnds");
            json.WriteNull("terminals");
            json.WriteNull("ranking");
            return;
        }

        json.WriteObjects("dataEnds", whereabouts.Heads, head => WriteEnd(json, whereabouts, head));
        json.WriteObjects("terminals", whereabouts.Places, place => Write(json, place));
        json.WriteStartObject("ranking");
        json.WriteString("method", RankingMethod.TtrRedirect.Name);
        json.WriteNumber("version", RankingMethod.TtrRedirect.Version);
        json.WriteString("gap", NameOf(whereabouts.Gap));
        json.WriteNumber("dormantDays", whereabouts.Rules.Dormant.Ticks / TimeSpan.TicksPerDay);
        json.WriteEndObject();
    }

    private static void WriteEnd(Utf8JsonWriter json, Whereabouts whereabouts, ChainHead head)
    {
        json.WriteString("chain", head.Chain.Value);
        json.WriteString("time", whereabouts.EndOf(head.Chain) is { } end ? Rendered.Moment(end) : null);
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
        RankGap.NotAsked => "not-asked",
        RankGap.NoSeed => "no-seed",
        RankGap.ManySeeds => "many-seeds",
        _ => "too-large",
    };
}
