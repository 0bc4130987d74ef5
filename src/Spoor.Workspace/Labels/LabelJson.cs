using System.Globalization;
using System.Text.Json;
using Spoor.Labels;
using Spoor.Reporting;

namespace Spoor.Workspace.Labels;

/// <summary><c>labels/1</c>: what is common to the verbs of labels, and the answers about labels.</summary>
public static class LabelJson
{
    public const string Version = "labels/1";

    /// <param name="next">Where the list goes on, for those who ask page by page; null at its end.</param>
    public static void Write(LabelAnswer answer, string verb, Stream output, string? next = null) => JsonText.Write(output, json =>
    {
        WriteHead(json, verb);
        json.WriteString("asked", answer.Asked);
        json.WriteString("chain", answer.Chain?.Value);
        json.WriteDay("asOf", answer.Day);
        json.WriteNumber("total", answer.Total);
        json.WriteNumber("offset", answer.Page?.Paging.Offset ?? 0);
        json.WriteObjects("labels", answer.Found.Labels, one =>
        {
            WriteLabel(json, one);
            json.WriteBoolean("otherChain", answer.Chain is { } chain && !one.Label.Covers(chain));
            WriteRetractions(json, answer.RetractionsOf(one));
        });
        if (answer.Page is null)
        {
            WriteWitnesses(json, answer.Witnesses);
        }

        if (next is not null)
        {
            json.WriteString("next", next);
        }
    });

    public static void Write(LabelExport export, DateOnly? day, Stream output) => JsonText.Write(output, json =>
    {
        WriteHead(json, "export");
        json.WriteDay("asOf", day);
        json.WriteNumber("withheld", export.Withheld);
        json.WriteObjects("labels", export.Labels, one => WriteLabel(json, one));
    });

    public static void WriteHead(Utf8JsonWriter json, string verb)
    {
        json.WriteString("spoor", Version);
        json.WriteString("verb", verb);
    }

    public static void WriteLabel(Utf8JsonWriter json, RecordedLabel recorded)
    {
        var label = recorded.Label;
        json.WriteString("id", recorded.Id);
        WriteSubject(json, label.Subject);
        json.WriteString("name", label.Name);
        json.WriteString("category", label.Category);
        json.WriteString("abuse", label.Abuse);
        json.WriteWords("concepts", label.Concepts);
        json.WriteString("actor", label.Actor);
        json.WriteString("source", label.Source);
        json.WriteString("confidence", label.Confidence.Id);
        json.WriteNumber("level", label.Confidence.Level);
        json.WriteString("author", label.Author);
        json.WriteDay("observed", label.Observed);
        json.WriteDay("learned", label.Learned == DateOnly.MinValue ? null : label.Learned);
        json.WriteString("tlp", TlpText.Of(label.Tlp));
        json.WriteString("currency", label.Currency);
        json.WriteBoolean("clusterDefiner", label.IsClusterDefiner);
        json.WriteString("context", label.Context);
    }

    /// <summary>An address with or without a chain, a transaction, or text that Spoor does not decode.</summary>
    public static void WriteSubject(Utf8JsonWriter json, LabelSubject subject)
    {
        json.WriteString("subject", subject switch
        {
            LabelSubject.OfAddress => "address",
            LabelSubject.OfTransaction => "tx",
            _ => "unread",
        });
        json.WriteString("chain", subject switch
        {
            LabelSubject.OfAddress account => account.Chain?.Value,
            LabelSubject.OfTransaction transaction => transaction.Chain.Value,
            LabelSubject.Unread unread => unread.Network,
            _ => null,
        });
        json.WriteString("text", SubjectText.Of(subject));
    }

    public static void WriteRetractions(Utf8JsonWriter json, IEnumerable<Retraction> retractions) =>
        json.WriteObjects("retractions", retractions, retraction =>
        {
            json.WriteDay("learned", retraction.Learned);
            json.WriteString("author", retraction.Author);
            json.WriteString("reason", retraction.Reason);
        });

    public static void WriteWitnesses(Utf8JsonWriter json, IReadOnlyList<IReadOnlyList<string>> witnesses)
    {
        json.WriteStartArray("witnesses");
        foreach (var witness in witnesses)
        {
            json.WriteStartArray();
            witness.ToList().ForEach(json.WriteStringValue);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    /// <summary>A day, null where it is not known.</summary>
    public static void WriteDay(this Utf8JsonWriter json, string name, DateOnly? day) =>
        json.WriteString(name, day is { } known ? known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null);

    private static void WriteWords(this Utf8JsonWriter json, string name, IReadOnlyList<string> words)
    {
        json.WriteStartArray(name);
        words.ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
    }
}
