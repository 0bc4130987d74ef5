using DuckDB.NET.Data;
using Spoor.Labels;

namespace Spoor.Storage.DuckDb.Labels;

/// <summary>Labels as rows of the table <c>labels</c>, there and back.</summary>
internal static class LabelRows
{
    internal const string Columns = """
        id, learned, key, chain, name, category, abuse, concepts, actor, source, confidence, level, author, observed, tlp,
        currency, cluster_definer, context
        """;

    /// <summary>Of several rows with one id, the one that was learned first.</summary>
    internal const string Earliest = "QUALIFY row_number() OVER (PARTITION BY id ORDER BY learned, number) = 1";

    /// <summary>The surest first, then what was known first: the order of preference of a <see cref="LabelHistory"/>.</summary>
    internal const string Preference = "level DESC, learned, id";

    /// <summary>Adds labels to a temporary table of <c>number</c> and <see cref="Columns"/>.</summary>
    internal static void Append(
        DuckDBConnection connection, string temporaryTable, IEnumerable<RecordedLabel> labels, CancellationToken cancellation)
    {
        long number = 0;
        connection.Fill(temporaryTable, labels, (row, recorded) =>
        {
            cancellation.ThrowIfCancellationRequested();
            var label = recorded.Label;
            var key = LabelKey.Of(label.Subject);
            return row
                .AppendValue(++number)
                .AppendValue(recorded.Id)
                .AppendValue(label.Learned)
                .AppendValue(key.Key)
                .AppendValue(key.Chain)
                .AppendValue(label.Name)
                .AppendValue(label.Category)
                .AppendValue(label.Abuse)
                .AppendValue(label.Concepts)
                .AppendValue(label.Actor)
                .AppendValue(label.Source)
                .AppendValue(label.Confidence.Id)
                .AppendValue(checked((byte)label.Confidence.Level))
                .AppendValue(label.Author)
                .AppendValue(label.Observed)
                .AppendValue((byte)label.Tlp)
                .AppendValue(label.Currency)
                .AppendValue(label.IsClusterDefiner)
                .AppendValue(label.Context);
        });
    }

    /// <summary>Reads the rest of an answer whose columns are <see cref="Columns"/>.</summary>
    internal static List<RecordedLabel> ReadAll(DuckDBDataReader reader, CancellationToken cancellation)
    {
        // Names of sources, categories and actors repeat by the thousand.
        Dictionary<string, string> words = new(StringComparer.Ordinal);
        List<RecordedLabel> labels = [];
        while (reader.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            labels.Add(new(reader.GetString(0), Read(reader, words)));
        }

        return labels;
    }

    private static Label Read(DuckDBDataReader reader, Dictionary<string, string> words) => new()
    {
        Learned = reader.Day(1),
        Subject = LabelKey.Read(reader, 2, 3),
        Name = reader.GetString(4),
        Category = Once(words, reader.GetString(5)),
        Abuse = Once(words, reader.GetString(6)),
        Concepts = reader.Words(7),
        Actor = reader.IsDBNull(8) ? null : Once(words, reader.GetString(8)),
        Source = Once(words, reader.GetString(9)),
        Confidence = ConfidenceOf(Once(words, reader.GetString(10)), reader.GetByte(11)),
        Author = Once(words, reader.GetString(12)),
        Observed = reader.IsDBNull(13) ? null : reader.Day(13),
        Tlp = (Tlp)reader.GetByte(14),
        Currency = Once(words, reader.GetString(15)),
        IsClusterDefiner = reader.GetBoolean(16),
        Context = reader.GetString(17),
    };

    private static Confidence ConfidenceOf(string id, int level) =>
        Confidence.TryFind(id, out var known) && known.Level == level ? known : new(id, level);

    private static string Once(Dictionary<string, string> words, string word)
    {
        if (words.TryGetValue(word, out string? held))
        {
            return held;
        }

        words.Add(word, word);
        return word;
    }
}
