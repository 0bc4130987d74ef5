using DuckDB.NET.Data;
using Spoor.Labels;

namespace Spoor.Storage.DuckDb.Labels;

/// <summary>Sources as rows of the table <c>label_sources</c>, there and back.</summary>
internal static class LabelSourceRows
{
    private const string LatestSql = """
        SELECT key, kind, title, url, published, derived_from, grade, stated
        FROM label_sources
        QUALIFY row_number() OVER (PARTITION BY key ORDER BY number DESC) = 1
        ORDER BY key
        """;

    private const string OfKeySql = """
        SELECT key, kind, title, url, published, derived_from, grade, stated
        FROM label_sources
        WHERE key = $key
        ORDER BY number DESC
        LIMIT 1
        """;

    private const string AppendSql = """
        INSERT INTO label_sources (number, key, kind, title, url, published, derived_from, grade, stated)
        SELECT coalesce(max(number), 0) + 1, $key, $kind, $title, $url, $published, $derived_from, $grade, $stated
        FROM label_sources
        """;

    /// <returns>1 when the source is new or described differently from before, else 0.</returns>
    internal static long Append(DuckDBConnection connection, Citation source)
    {
        if (ReadAll(connection, OfKeySql, new DuckDBParameter("key", source.Key)) is [var held])
        {
            source = Joined(held, source);
            if (AreEqual(held, source))
            {
                return 0;
            }
        }

        return connection.Execute(
            AppendSql,
            new("key", source.Key),
            new("kind", (byte)source.Kind),
            new("title", source.Title),
            new("url", source.Url),
            new("published", source.Published),
            new("derived_from", source.DerivedFrom.ToList()),
            new("grade", source.Grade),
            new("stated", source.IsStated));
    }

    internal static SourceLineage ReadLineage(DuckDBConnection connection) => new(ReadAll(connection, LatestSql));

    private static List<Citation> ReadAll(DuckDBConnection connection, string sql, params ReadOnlySpan<DuckDBParameter> parameters)
    {
        using var command = connection.Prepare(sql, parameters);
        using var reader = command.ExecuteReader();
        List<Citation> sources = [];
        while (reader.Read())
        {
            sources.Add(new()
            {
                Key = reader.GetString(0),
                Kind = (SourceKind)reader.GetByte(1),
                Title = reader.GetString(2),
                Url = reader.GetString(3),
                Published = reader.IsDBNull(4) ? null : reader.Day(4),
                DerivedFrom = reader.Words(5),
                Grade = reader.GetString(6),
                IsStated = reader.GetBoolean(7),
            });
        }

        return sources;
    }

    // Whom a source repeats may have been told by hand; a file that does not know it takes nothing back. What a sources file
    // says stands as it is, and only what somebody tells, not what Spoor takes for granted, is added to it.
    private static Citation Joined(Citation held, Citation source)
    {
        if (source.IsStated)
        {
            return source;
        }

        var told = held.IsStated ? source.DerivedFrom.Except(source.Implied, StringComparer.Ordinal) : source.DerivedFrom;
        var described = held.IsStated ? held : source;
        return described with { DerivedFrom = [.. held.DerivedFrom.Union(told, StringComparer.Ordinal).Order(StringComparer.Ordinal)] };
    }

    // A record compares its lists by reference.
    private static bool AreEqual(Citation one, Citation other) =>
        one with { DerivedFrom = [], Implied = [] } == other with { DerivedFrom = [], Implied = [] } && one.DerivedFrom.SequenceEqual(other.DerivedFrom, StringComparer.Ordinal);
}
