using Spoor.Transfers;

namespace Spoor.Chains.Files;

/// <summary>Expressions that several formats share, in DuckDB's dialect.</summary>
internal static class Sql
{
    /// <summary>What stands for a time the file does not state.</summary>
    public const string NoTime = "TIMESTAMP '1970-01-01'";

    /// <summary>A transaction index after every transaction: where the reward of a block stands.</summary>
    public const string AfterAllTransactions = "2147483647";

    public static string Text(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A column by name, or null when the file does not have it.</summary>
    public static string Column(this FileShape file, string name) => file.Has(name) ? Name(name) : "CAST(NULL AS VARCHAR)";

    public static string Name(string column) => $"\"{column.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>The first of several columns the file has.</summary>
    public static string? FirstOf(this FileShape file, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (file.Has(name))
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>The columns of the file among those a format reads, as text.</summary>
    public static IReadOnlyList<FileColumn> Read(this FileShape file, params ReadOnlySpan<string> names)
    {
        var read = new List<FileColumn>();
        foreach (string name in names)
        {
            if (file.Has(name))
            {
                read.Add(new(name));
            }
        }

        return read;
    }

    /// <summary>A time written as Unix seconds or as text in UTC; null becomes "not stated".</summary>
    public static string Time(string expression) => $"""
        CASE WHEN {expression} IS NULL THEN {NoTime}
            WHEN regexp_full_match({expression}, '[0-9]+') THEN make_timestamp(CAST({expression} AS BIGINT) * 1000000)
            ELSE CAST(replace(replace({expression}, ' UTC', ''), 'Z', '') AS TIMESTAMP) END
        """;

    public static FileCheck IsTime(string column, bool optional = false) => new(
        column,
        Optional(column, optional, $$"""
            CASE WHEN regexp_full_match({{Name(column)}}, '[0-9]{1,10}') THEN true
                WHEN regexp_full_match({{Name(column)}}, '[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,6})?(Z| UTC|[+]00|[+]00:00)?')
                THEN TRY_CAST(replace(replace({{Name(column)}}, ' UTC', ''), 'Z', '') AS TIMESTAMP) IS NOT NULL
                ELSE false END
            """),
        "Unix seconds or a time in UTC such as 2023-09-12 13:05:11");

    /// <summary>A whole number that fits a BIGINT.</summary>
    public static FileCheck IsCount(string column, bool optional = false) => IsWhole(column, "BIGINT", "a whole number of 0 or more", optional);

    /// <summary>A whole number that fits an INTEGER.</summary>
    public static FileCheck IsIndex(string column, bool optional = false) =>
        IsWhole(column, "INTEGER", "a whole number from 0 to 2147483647", optional);

    /// <summary>An amount of whole units of any size; the size is judged apart, because a spam token is not a broken row.</summary>
    public static FileCheck IsAmount(string column, bool optional = false) => new(
        column,
        Optional(column, optional, $"CASE WHEN regexp_full_match({Name(column)}, '[0-9]+') THEN true ELSE whole_units({Name(column)}) IS NOT NULL END"),
        "a whole number of the smallest unit, such as 1000 or 1E+15");

    /// <summary>As <see cref="IsAmount"/>, for the amount of a row's one movement: the importer judges it while it converts it.</summary>
    public static FileCheck IsTheAmount(string column) => IsAmount(column) with { Screen = $"{Name(column)} IS NOT NULL" };

    /// <summary>Price times quantity as text; both are checked to be whole.</summary>
    public static string Product(string left, string right) =>
        $"CAST(CAST(whole_units({left}) AS HUGEINT) * CAST(whole_units({right}) AS HUGEINT) AS VARCHAR)";

    // The engine would round a fraction and take a sign.
    private static FileCheck IsWhole(string column, string type, string expected, bool optional)
    {
        string unsigned = $"(NOT contains({Name(column)}, '.') AND NOT contains({Name(column)}, '-'))";
        return new(
            column,
            Optional(column, optional, $"(TRY_CAST({Name(column)} AS {type}) IS NOT NULL AND {unsigned})"),
            expected,
            optional ? null : unsigned);
    }

    public static string Optional(string column, bool optional, string holds) =>
        optional ? $"CASE WHEN {Name(column)} IS NULL THEN true ELSE {holds} END" : holds;
}
