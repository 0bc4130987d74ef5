using System.Globalization;
using System.Text.Json;
using Spoor.Reporting;
using Spoor.Transfers;
using Spoor.Web.Serving;
using Spoor.Workspace.Addresses;

namespace Spoor.Web.Api.MistTrack;

/// <summary><c>address_action</c>, <c>address_counterparty</c> and <c>transactions_investigation</c>: with whom an address deals.</summary>
internal static class MistTrackFlows
{
    private const int PerPage = 100;

    public static DocumentAnswer Actions(MistTrackQuestion question) => MistTrackAnswer.Of(json =>
    {
        Write("received_txs", isIn: true);
        Write("spent_txs", isIn: false);

        void Write(string name, bool isIn)
        {
            var actions = question.Meetings.Where(meeting => meeting.IsIn == isIn).Select(meeting => MistTrackWords.ActionOf(question.Known(meeting.Other)?.Category)).ToList();
            json.WriteObjects(name, actions.GroupBy(action => action).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal), group =>
            {
                json.WriteString("action", group.Key);
                json.WriteNumber("count", group.Count());
                json.WriteNumber("proportion", Math.Round(100m * group.Count() / actions.Count, 2));
            });
        }
    });

    // No amount in dollars: the server seldom has prices of all coins, and a number that is none would be believed.
    public static DocumentAnswer Counterparties(MistTrackQuestion question) => MistTrackAnswer.Of(json =>
    {
        var meetings = question.Meetings.ToList();
        var all = SumOf(meetings.Select(meeting => meeting.Transfer));
        json.WriteObjects("address_counterparty_list", meetings.GroupBy(meeting => question.Known(meeting.Other)?.Label.Name ?? AddressText.Render(question.Chain, meeting.Other))
            .Select(group => (Name: group.Key, Sum: SumOf(group.Select(meeting => meeting.Transfer))))
            .OrderByDescending(group => group.Sum.Units).ThenBy(group => group.Name, StringComparer.Ordinal).Take(PerPage), group =>
            {
                json.WriteString("name", group.Name);
                json.WriteNull("amount");
                json.WriteNumber("percent", all.Units.IsZero ? 0 : (decimal)(group.Sum.Units * 10_000 / all.Units) / 100);
            });
    });

    public static DocumentAnswer Investigation(MistTrackQuestion question)
    {
        var (since, until) = (question.Moment("start_timestamp"), question.Moment("end_timestamp"));
        string type = question.Request.Query["type"].ToString() is { Length: > 0 } asked ? asked : "all";
        int page = int.TryParse(question.Request.Query["page"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0 ? number : 1;
        if (type is not ("all" or "in" or "out"))
        {
            throw new RefusalException(Problem.BadParameter, $"type: expected in, out or all, found '{type}'.");
        }

        var others = question.Meetings.Where(meeting => (since is null || meeting.Transfer.Time >= since) && (until is null || meeting.Transfer.Time <= until))
            .Where(meeting => type == "all" || meeting.IsIn == (type == "in"))
            .GroupBy(meeting => (meeting.IsIn, meeting.Other))
            .Select(group => (group.Key.IsIn, group.Key.Other, Transfers: group.Select(meeting => meeting.Transfer).ToList()))
            .OrderByDescending(other => SumOf(other.Transfers).Units).ThenBy(other => other.Other).ThenBy(other => other.IsIn).ToList();
        var shown = others.Skip((page - 1) * PerPage).Take(PerPage).ToList();
        return MistTrackAnswer.Of(json =>
        {
            json.WriteObjects("in", shown.Where(other => other.IsIn), other => Write(json, question, other.Other, other.Transfers));
            json.WriteObjects("out", shown.Where(other => !other.IsIn), other => Write(json, question, other.Other, other.Transfers));
            json.WriteNumber("page", page);
            json.WriteNumber("total_pages", Math.Max(1, (others.Count + PerPage - 1) / PerPage));
            json.WriteNumber("transactions_on_page", shown.Sum(other => other.Transfers.Select(transfer => transfer.Tx).Distinct().Count()));
        });
    }

    private static void Write(Utf8JsonWriter json, MistTrackQuestion question, Address other, IReadOnlyList<Transfer> transfers)
    {
        var known = question.Known(other);
        json.WriteString("address", AddressText.Render(question.Chain, other));
        json.WriteNumber("type", MistTrackWords.KindOf(known?.Category));
        json.WriteStartArray("tx_hash_list");
        transfers.Select(transfer => transfer.Tx.Render(question.Chain)).Distinct().ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
        json.WritePropertyName("amount");
        json.WriteRawValue(question.Coins(SumOf(transfers)));
        json.WriteString("label", known?.Label.Name ?? "");
    }

    private static Sum SumOf(IEnumerable<Transfer> transfers) => transfers.Aggregate(Sum.Zero, (sum, transfer) => sum.Plus(transfer.Amount));
}
