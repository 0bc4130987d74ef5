using System.Globalization;
using System.Text.Json;
using Spoor.Records;
using Spoor.Transfers;

namespace Spoor.Response.Freezing;

/// <summary>All freeze packets of an incident and where they stand: folded from the acts.</summary>
public static class FreezeBook
{
    /// <summary>In the order in which they were prepared.</summary>
    /// <exception cref="FormatException">An act is not as the desk writes it.</exception>
    public static IReadOnlyList<FreezeStanding> Of(ActLog log)
    {
        var standings = new List<FreezeStanding>();
        foreach (var act in log.Acts.Where(act => act.Kind.StartsWith("freeze.", StringComparison.Ordinal) && act.TextOrNull("packet") is not null))
        {
            string packet = act.Text("packet");
            int index = standings.FindIndex(standing => standing.Packet == packet);
            if (act.Kind == FreezeActs.Prepared)
            {
                // Prepared again, perhaps with another deadline: the same request.
                if (index < 0)
                {
                    standings.Add(Prepared(act, packet));
                }

                continue;
            }

            if (index >= 0)
            {
                standings[index] = After(standings[index], act);
            }
        }

        return standings;
    }

    private static FreezeStanding Prepared(Act act, string packet) => new()
    {
        Packet = packet,
        Target = new(act.Text("to"), act.Text("kind") == "issuer"),
        PreparedAt = act.At,
        Deadline = act.TextOrNull("deadline") is null ? null : FreezeActs.Moment(act, "deadline"),
        Asked = AmountsOf(act, "asked", []),
    };

    private static FreezeStanding After(FreezeStanding standing, Act act) => act.Kind switch
    {
        FreezeActs.Sent => standing with { SentAt = FreezeActs.Moment(act, "happened") },
        FreezeActs.Acknowledged => standing with { AcknowledgedAt = FreezeActs.Moment(act, "happened") },
        FreezeActs.Decided => standing with
        {
            DecidedAt = FreezeActs.Moment(act, "happened"),
            Outcome = FreezeOutcomes.Parse(act.Text("outcome")),
            Frozen = AmountsOf(act, "frozen", standing.Asked),
        },
        _ => standing,
    };

    private static List<FreezeAmount> AmountsOf(Act act, string member, IReadOnlyList<FreezeAmount> named)
    {
        try
        {
            return [.. act.About.GetProperty(member).EnumerateArray().Select(entry => AmountOf(entry, named))];
        }
        catch (Exception damaged) when (damaged is KeyNotFoundException or InvalidOperationException or FormatException or OverflowException)
        {
            throw new FormatException($"Act {act.Number} ({act.Kind}): about.{member}: expected a list of assets with units ({damaged.Message})", damaged);
        }
    }

    private static FreezeAmount AmountOf(JsonElement entry, IReadOnlyList<FreezeAmount> named)
    {
        var asset = AssetId.Parse(entry.GetProperty("asset").GetString()!);
        var units = new Amount(UInt128.Parse(entry.GetProperty("units").GetString()!, NumberStyles.None, CultureInfo.InvariantCulture));
        return named.FirstOrDefault(amount => amount.Asset == asset) is { } known
            ? known with { Amount = units }
            : new(asset, entry.TryGetProperty("symbol", out var symbol) ? symbol.GetString() : null, entry.TryGetProperty("decimals", out var decimals) ? decimals.GetInt32() : 0, units);
    }
}
