using System.Globalization;
using DuckDB.NET.Data;
using Spoor.Labels;

namespace Spoor.Storage.DuckDb.Labels;

/// <content>Labels by what they say: a part of a name or an actor, the beginning of an id.</content>
public sealed partial class DuckDbLabelStore
{
    private const string NamedSql = $"""
        FROM (SELECT number, {LabelRows.Columns} FROM labels WHERE learned <= $day {LabelRows.Earliest}) AS known
        WHERE contains(lower(name), lower($text)) OR contains(lower(coalesce(actor, '')), lower($text))
            OR actor IN (
                SELECT id FROM actors
                WHERE contains(lower(label), lower($text)) OR contains(lower(array_to_string(aliases, chr(10))), lower($text)))
        """;

    private const string SearchSql = $"""
        SELECT {LabelRows.Columns}
        {NamedSql}
        ORDER BY lower(name), name, key, chain NULLS FIRST, id
        LIMIT $limit OFFSET $offset
        """;

    private const string SearchCountSql = $"SELECT count(*) {NamedSql}";

    private const string ByIdSql = $"""
        SELECT {LabelRows.Columns}
        FROM labels
        WHERE starts_with(id, $beginning)
        {LabelRows.Earliest}
        ORDER BY id
        """;

    /// <summary>The labels whose name, or whose actor, holds a text, a page of them in order of name.</summary>
    /// <param name="day">Labels that were learned after its end are left out; null for none.</param>
    public Task<LabelPage> SearchAsync(string text, DateOnly? day, LabelPaging page, CancellationToken cancellation) =>
        file.RunAsync(
            connection =>
            {
                DuckDBParameter[] asked = [new("text", text), new("day", day ?? DateOnly.MaxValue)];
                long total = Convert.ToInt64(connection.Scalar(SearchCountSql, asked), CultureInfo.InvariantCulture);
                var labels = connection.Prepare(SearchSql, [.. asked, new("limit", page.Limit), new("offset", page.Offset)]);
                return new LabelPage(ReadHistory(connection, labels, cancellation), page, total);
            },
            cancellation);

    /// <summary>The labels whose id begins so.</summary>
    public Task<LabelHistory> FindByIdAsync(string beginning, CancellationToken cancellation) =>
        file.RunAsync(
            connection => ReadHistory(
                connection, connection.Prepare(ByIdSql, new DuckDBParameter("beginning", beginning.ToLowerInvariant())), cancellation),
            cancellation);
}
