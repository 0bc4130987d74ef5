using System.Globalization;
using DuckDB.NET.Data;
using Spoor.Labels;

namespace Spoor.Storage.DuckDb.Labels;

/// <summary>Labels, their retractions, sources and actors at rest in one DuckDB file; rows are added, never changed.</summary>
public sealed partial class DuckDbLabelStore(DuckDbFile file) : IDisposable
{
    private const string IncomingSql = $"""
        CREATE OR REPLACE TEMP TABLE incoming_labels AS
        SELECT number, {LabelRows.Columns} FROM labels LIMIT 0
        """;

    private const string NewSql = """
        SELECT count(DISTINCT id) FROM incoming_labels WHERE id NOT IN (SELECT id FROM labels)
        """;

    // A label that is learned anew says nothing unless it was learned earlier than we thought.
    private const string AppendSql = $"""
        INSERT INTO labels (number, import, {LabelRows.Columns})
        SELECT
            (SELECT coalesce(max(number), 0) FROM labels) + row_number() OVER (ORDER BY number),
            (SELECT coalesce(max(number), 0) + 1 FROM label_imports), {LabelRows.Columns}
        FROM (SELECT number, {LabelRows.Columns} FROM incoming_labels {LabelRows.Earliest}) AS new
        WHERE NOT EXISTS (SELECT 1 FROM labels AS held WHERE held.id = new.id AND held.learned <= new.learned)
        """;

    private const string RetractedSql = """
        SELECT count(DISTINCT id) FROM incoming_labels WHERE id IN (SELECT label_id FROM label_retractions)
        """;

    // An import that brings nothing is recorded once; one that adds a row, be it only an earlier day, each time.
    private const string RecordSql = """
        INSERT INTO label_imports (number, file, sha256, format, source, recorded, labels, added, bad)
        SELECT
            (SELECT coalesce(max(number), 0) + 1 FROM label_imports), $file, $sha256, $format, $source, $recorded, $labels, $added, $bad
        WHERE $rows > 0 OR NOT EXISTS (SELECT 1 FROM label_imports WHERE file = $file AND sha256 = $sha256)
        """;

    private const string RetractSql = """
        INSERT INTO label_retractions (number, label_id, learned, author, reason)
        SELECT (SELECT coalesce(max(number), 0) + 1 FROM label_retractions), $label, $learned, $author, $reason
        WHERE NOT EXISTS (
            SELECT 1 FROM label_retractions
            WHERE label_id = $label AND learned = $learned AND author = $author AND reason = $reason)
        """;

    /// <summary>Opens the store of a data folder, see <see cref="DuckDbFile.Open"/>.</summary>
    /// <exception cref="StorageException">The file is in use, is not a store, or is of a newer Spoor.</exception>
    public static DuckDbLabelStore Open(DataFolder folder) => new(DuckDbFile.Open(folder));

    public void Dispose() => file.Dispose();

    /// <summary>Takes in what files bring: all of it or, when one step fails or is cancelled, nothing.</summary>
    /// <param name="progress">How many of the deliveries are in.</param>
    public Task<IReadOnlyList<LabelReceipt>> AppendAsync(
        IReadOnlyList<LabelDelivery> deliveries, IProgress<int>? progress, CancellationToken cancellation) =>
        file.RunInTransactionAsync<IReadOnlyList<LabelReceipt>>(
            connection =>
            {
                List<LabelReceipt> receipts = [];
                foreach (var delivery in deliveries)
                {
                    receipts.Add(Append(connection, delivery, cancellation));
                    progress?.Report(receipts.Count);
                }

                return receipts;
            },
            cancellation);

    /// <summary>What <see cref="AppendAsync"/> would do with a file, without doing it.</summary>
    public Task<LabelReceipt> PreviewAsync(LabelDelivery delivery, CancellationToken cancellation) => file.RunAsync(
        connection =>
        {
            // Never committed: everything is as before when it ends.
            using var transaction = connection.BeginTransaction();
            return Append(connection, delivery, cancellation);
        },
        cancellation);

    /// <summary>Records that labels no longer hold; a retraction that is held already adds nothing.</summary>
    /// <returns>How many were new.</returns>
    public Task<long> RetractAsync(IReadOnlyList<Retraction> retractions, CancellationToken cancellation) =>
        file.RunInTransactionAsync(connection => retractions.Sum(retraction => Retract(connection, retraction)), cancellation);

    private static LabelReceipt Append(DuckDBConnection connection, LabelDelivery delivery, CancellationToken cancellation)
    {
        connection.Execute(IncomingSql);
        LabelRows.Append(connection, "incoming_labels", delivery.Labels, cancellation);
        long added = Convert.ToInt64(connection.Scalar(NewSql), CultureInfo.InvariantCulture);
        long retracted = Convert.ToInt64(connection.Scalar(RetractedSql), CultureInfo.InvariantCulture);
        long rows = connection.Execute(AppendSql);
        cancellation.ThrowIfCancellationRequested();
        long sources = delivery.Sources.Sum(source => LabelSourceRows.Append(connection, source));
        long actors = ActorRows.Append(connection, delivery.Actors);
        Record(connection, delivery, added, rows);
        return new(delivery, added, rows - added, retracted, sources, actors);
    }

    private static void Record(DuckDBConnection connection, LabelDelivery delivery, long added, long rows) => connection.Execute(
        RecordSql,
        new("file", delivery.File),
        new("sha256", delivery.Sha256),
        new("format", delivery.Format),
        new("source", delivery.Source),
        new("recorded", delivery.Recorded),
        new("rows", rows),
        new("labels", (long)delivery.Labels.Count),
        new("added", added),
        new("bad", delivery.Bad));

    private static long Retract(DuckDBConnection connection, Retraction retraction) => connection.Execute(
        RetractSql,
        new("label", retraction.LabelId),
        new("learned", retraction.Learned),
        new("author", retraction.Author),
        new("reason", retraction.Reason));
}
