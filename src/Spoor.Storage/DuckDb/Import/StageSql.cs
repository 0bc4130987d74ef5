using System.Globalization;
using Spoor.Transfers;

namespace Spoor.Storage.DuckDb.Import;

/// <summary>The statements that turn the rows of a file into transfers in a temporary table, not yet compared with the store.</summary>
/// <remarks>
/// A file with one movement a row goes straight into <c>import_staged</c>, in one pass of all cores over the file. Others
/// rest as text in <c>import_rows</c> first, since each movement is a pass. Either way a row's outcome is decided once.
/// </remarks>
internal sealed class StageSql(FileMapping mapping)
{
    /// <summary>Outcomes of a row besides the numbers of its skips, which count from 1.</summary>
    internal const int Moves = 0;
    internal const int NoValue = 253;
    internal const int TooLarge = 254;
    internal const int Faulty = 255;

    private const string Columns = """
        chain, block, tx_index, phase, idx, time, tx, kind, sender, recipient, asset, amount, quality, output_tx, output_index, once
        """;

    private const string Stored = """
        chain, block, tx_index, phase, idx, time, tx, kind, sender, recipient, asset, coalesce(units, 0) AS amount, quality, output_tx,
        output_index, once
        """;

    private static readonly string Quality = $"""
        CASE WHEN is_plain THEN {(int)AmountQuality.Exact} WHEN amount_text IS NULL THEN {(int)AmountQuality.Unknown}
            ELSE amount_quality(amount_text) END
        """;

    /// <summary>The table whose rows are rows of the file and have an outcome.</summary>
    internal string RowsTable => IsStraight ? "import_staged" : "import_rows";

    internal bool IsStraight => mapping.Movements is [{ Each: null }] && mapping.Derivations.Count == 0;

    /// <summary>The statements in order.</summary>
    /// <param name="source">A relation with the mapping's columns; its order is the order of the file.</param>
    internal IEnumerable<string> Statements(string source)
    {
        if (IsStraight)
        {
            yield return $"CREATE OR REPLACE TEMP TABLE import_staged AS {Straight(source, mapping.Movements[0])}";
            yield break;
        }

        yield return $"CREATE OR REPLACE TEMP TABLE import_rows AS {Rows(source)}";
        var movements = mapping.Movements.Select(Exploded);
        yield return $"""
            CREATE OR REPLACE TEMP TABLE import_staged AS
            SELECT {Columns}, CAST({Moves} AS UTINYINT) AS outcome
            FROM ({string.Join("\nUNION ALL\n", movements)}) AS movements
            ORDER BY file_row, movement, phase, idx
            """;
    }

    /// <summary>The rows of a file with one movement a row as transfers, outcomes counted, without resting anywhere.</summary>
    internal string Tallied(string source, RowTally tally) =>
        $"SELECT {Columns}, tallied(outcome, {tally.Number}) AS outcome FROM ({Straight(source, mapping.Movements[0])}) AS judged";

    /// <summary>Asset and amount as written of the first rows that were refused.</summary>
    internal string Refused(string source, int limit)
    {
        string names = string.Join(", ", [Names(), .. mapping.Derivations.Select(derivation => derivation.Name)]);
        string rows = IsStraight ? source : $"SELECT {names} FROM import_rows WHERE outcome = {TooLarge} ORDER BY file_row";
        var refused = mapping.Movements.Where(movement => movement.Each is null).Select(movement => $"""
            SELECT {movement.Asset} AS asset, {movement.Amount} AS amount FROM ({rows}) AS source
            WHERE coalesce({movement.When}, false) AND {Units(movement.Amount)} IS NULL AND whole_units({movement.Amount}) IS NOT NULL
            """);
        return $"SELECT asset, amount FROM ({string.Join("\nUNION ALL\n", refused)}) AS refused LIMIT {Number(limit)}";
    }

    // In layers, since the engine computes an expression as often as it is written.
    private string Straight(string source, FileMovement movement) => $"""
        SELECT {Stored},
            CAST(CASE WHEN skip <> {Moves} THEN skip
                WHEN units IS NULL AND amount_text IS NOT NULL
                    THEN CASE WHEN whole_units(amount_text) IS NULL THEN {Faulty} ELSE {TooLarge} END
                WHEN NOT applies OR coalesce(units = 0, false) THEN {NoValue}
                ELSE {Moves} END AS UTINYINT) AS outcome
        FROM (
            SELECT {Converted(movement)}, amount_text, coalesce({movement.When}, false) AS applies,
                CASE {BadAndSkipped()} ELSE {Moves} END AS skip
            FROM ({Written(movement, Names(), source)}) AS written
        ) AS converted
        """;

    /// <summary>Adds a movement's amount as text, and whether it is plain digits, to columns of a relation.</summary>
    private static string Written(FileMovement movement, string names, string relation) => $"""
        SELECT {names}, amount_text, coalesce(regexp_full_match(amount_text, '[0-9]+'), false) AS is_plain
        FROM (SELECT {names}, {movement.Amount} AS amount_text FROM ({relation}) AS source) AS spelled
        """;

    private string Rows(string source)
    {
        string relation = $"SELECT {Names()}, row_number() OVER () AS file_row FROM ({source}) AS source";
        string names = $"{Names()}, file_row";
        foreach (var derivation in mapping.Derivations)
        {
            relation = $"SELECT {names}, {derivation.Expression} AS {derivation.Name} FROM ({relation}) AS source";
            names += $", {derivation.Name}";
        }

        return $"""
            SELECT {names},
                CAST(CASE {BadAndSkipped()}
                    WHEN {Any(IsTooLarge)} THEN {TooLarge}
                    WHEN NOT ({Any(IsMoving)}) THEN {NoValue}
                    ELSE {Moves} END AS UTINYINT) AS outcome
            FROM ({relation}) AS source
            """;
    }

    private string Exploded(FileMovement movement, int number)
    {
        string names = string.Join(", ", [Names(), "file_row", .. mapping.Derivations.Select(derivation => derivation.Name)]);
        string rows = movement.Each is null
            ? $"SELECT {names} FROM import_rows WHERE outcome = {Moves}"
            : $"SELECT {names}, unnest({movement.Each}) AS item FROM import_rows WHERE outcome = {Moves}";
        string each = movement.Each is null ? "" : ", item";
        return $"""
            SELECT file_row, {number} AS movement, {Stored}
            FROM (
                SELECT file_row, {Converted(movement)}, amount_text
                FROM ({Written(movement, names + each, rows)}) AS written
                WHERE coalesce({movement.When}, false)
            ) AS converted
            WHERE amount_text IS NULL OR units <> 0
            """;
    }

    private string Converted(FileMovement movement) => $"""
        CAST({mapping.ChainOf} AS VARCHAR) AS chain, {movement.Block} AS block, {movement.TxIndex} AS tx_index,
        CAST({movement.Phase} AS UTINYINT) AS phase, {movement.Index} AS idx, {movement.Time} AS time, {movement.Tx} AS tx,
        CAST({movement.KindOf ?? Number((int)movement.Kind)} AS UTINYINT) AS kind,
        CAST({movement.From} AS BLOB) AS sender, CAST({movement.To} AS BLOB) AS recipient, {movement.Asset} AS asset,
        CASE WHEN is_plain THEN TRY_CAST(amount_text AS UHUGEINT) ELSE TRY_CAST(whole_units(amount_text) AS UHUGEINT) END AS units,
        CAST({movement.Quality ?? Quality} AS UTINYINT) AS quality,
        CAST({movement.OutputTx} AS BLOB) AS output_tx, CAST({movement.OutputIndex} AS INTEGER) AS output_index,
        {(movement.Once ? "true" : "false")} AS once
        """;

    private string BadAndSkipped()
    {
        string checks = string.Join("\n AND ", mapping.Checks.Select(check => $"({check.Screen ?? check.Holds})"));
        var skips = mapping.Skips.Select((skip, number) => $"WHEN coalesce({skip.When}, false) THEN {Number(number + 1)}");
        return $"WHEN NOT coalesce({checks}, false) THEN {Faulty}\n {string.Join("\n ", skips)}";
    }

    private string Any(Func<FileMovement, string> predicate) =>
        string.Join(" OR ", mapping.Movements.Select(movement => $"coalesce({predicate(movement)}, false)"));

    private static string IsTooLarge(FileMovement movement) => movement.Each is null
        ? $"({movement.When}) AND ({movement.Amount}) IS NOT NULL AND {Units(movement.Amount)} IS NULL"
        : "false";

    private static string IsMoving(FileMovement movement) => movement.Each is null
        ? $"({movement.When}) AND (({movement.Amount}) IS NULL OR {Units(movement.Amount)} <> 0)"
        : $"len({movement.Each}) > 0";

    private string Names() => string.Join(", ", mapping.Columns.Select(column => FileSource.Name(column.Name)));

    /// <summary>Plain digits go through the engine alone, anything else through <see cref="WrittenAmount"/>; null when too large.</summary>
    private static string Units(string text) => $"""
        CASE WHEN regexp_full_match({text}, '[0-9]+') THEN TRY_CAST({text} AS UHUGEINT) ELSE TRY_CAST(whole_units({text}) AS UHUGEINT) END
        """;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
