using DuckDB.NET.Data;
using Spoor.Labels;

namespace Spoor.Storage.DuckDb.Labels;

/// <summary>Actors as rows of the table <c>actors</c>, there and back.</summary>
internal static class ActorRows
{
    private const string LatestSql = """
        SELECT id, label, uri, categories, jurisdictions, aliases, modified, context
        FROM actors
        QUALIFY row_number() OVER (PARTITION BY id ORDER BY number DESC) = 1
        ORDER BY id
        """;

    private const string AppendSql = """
        INSERT INTO actors (number, id, label, uri, categories, jurisdictions, aliases, modified, context)
        SELECT coalesce(max(number), 0) + 1, $id, $label, $uri, $categories, $jurisdictions, $aliases, $modified, $context
        FROM actors
        """;

    /// <summary>Adds the actors that are new or described differently from before.</summary>
    /// <returns>How many those were.</returns>
    internal static long Append(DuckDBConnection connection, IReadOnlyList<Actor> actors)
    {
        if (actors.Count == 0)
        {
            return 0;
        }

        var held = ReadAll(connection).ToDictionary(actor => actor.Id, StringComparer.Ordinal);
        long added = 0;
        foreach (var actor in actors.Where(actor => !(held.TryGetValue(actor.Id, out var known) && AreEqual(known, actor))))
        {
            added += connection.Execute(
                AppendSql,
                new("id", actor.Id),
                new("label", actor.Name),
                new("uri", actor.Uri),
                new("categories", actor.Categories.ToList()),
                new("jurisdictions", actor.Jurisdictions.ToList()),
                new("aliases", actor.Aliases.ToList()),
                new("modified", actor.Observed),
                new("context", actor.Context));
            held[actor.Id] = actor;
        }

        return added;
    }

    internal static List<Actor> ReadAll(DuckDBConnection connection)
    {
        using var command = connection.Prepare(LatestSql);
        using var reader = command.ExecuteReader();
        List<Actor> actors = [];
        while (reader.Read())
        {
            actors.Add(new()
            {
                Id = reader.GetString(0),
                Name = reader.GetString(1),
                Uri = reader.GetString(2),
                Categories = reader.Words(3),
                Jurisdictions = reader.Words(4),
                Aliases = reader.Words(5),
                Observed = reader.Day(6),
                Context = reader.GetString(7),
            });
        }

        return actors;
    }

    // A record compares its lists by reference.
    private static bool AreEqual(Actor one, Actor other) =>
        one with { Categories = [], Jurisdictions = [], Aliases = [] } == other with { Categories = [], Jurisdictions = [], Aliases = [] }
        && one.Categories.SequenceEqual(other.Categories, StringComparer.Ordinal)
        && one.Jurisdictions.SequenceEqual(other.Jurisdictions, StringComparer.Ordinal)
        && one.Aliases.SequenceEqual(other.Aliases, StringComparer.Ordinal);
}
