namespace Spoor.Tests.Architecture;

public sealed class FieldPurityTests
{
    private static readonly Dictionary<string, string> NoExceptions = [];

    [Fact]
    public void The_field_has_no_io_no_sql_and_no_floating_point() =>
        Assert.Empty(SourceFile.Below("src/Spoor").SelectMany(file => FieldPurity.Offences(file, FieldPurity.FloatingPointAllowed)));

    [Fact]
    public void Every_exception_for_floating_point_is_still_needed_and_has_a_reason()
    {
        var users = SourceFile.Below("src/Spoor").Where(FieldPurity.UsesFloatingPoint).Select(file => file.Path);

        Assert.Empty(FieldPurity.FloatingPointAllowed.Keys.Except(users));
        Assert.DoesNotContain(FieldPurity.FloatingPointAllowed.Values, string.IsNullOrWhiteSpace);
    }

    [Theory]
    [InlineData("public double Share { get; init; }")]
    [InlineData("var share = (float)part;")]
    [InlineData("var root = Math.Sqrt(n);")]
    [InlineData("string text = File.ReadAllText(path);")]
    [InlineData("string text = System.IO.File.ReadAllText(path);")]
    [InlineData("using var client = new HttpClient();")]
    [InlineData("Console.WriteLine(trace);")]
    [InlineData("string home = Environment.GetEnvironmentVariable(name);")]
    [InlineData("using System.Net.Sockets;")]
    [InlineData("using Spoor.Storage.DuckDb;")]
    [InlineData("string sql = \"SELECT tx FROM transfers\";")]
    public void A_planted_offence_is_found(string text) =>
        Assert.Single(FieldPurity.Offences(new("src/Spoor/Tracing/Planted.cs", text), NoExceptions));

    [Theory]
    [InlineData("/// <remarks>Never a double; File.ReadAllText is for others.</remarks>")]
    [InlineData("public required string Path { get; init; }")]
    [InlineData("string reason = \"no double, no Console.WriteLine\";")]
    [InlineData("using var text = new StreamReader(resource);")]
    [InlineData("public bool IsDouble(TxHash hash) => seen.Contains(hash);")]
    public void What_only_looks_like_one_is_not(string text) =>
        Assert.Empty(FieldPurity.Offences(new("src/Spoor/Tracing/Planted.cs", text), NoExceptions));

    [Fact]
    public void A_listed_file_may_use_floating_point_and_still_no_io()
    {
        var listed = new Dictionary<string, string> { ["src/Spoor/Tracing/Rank.cs"] = "a rank is not an amount" };

        Assert.Empty(FieldPurity.Offences(new("src/Spoor/Tracing/Rank.cs", "double rank = 1.0;"), listed));
        Assert.Single(FieldPurity.Offences(new("src/Spoor/Tracing/Rank.cs", "Console.Write(1.0);"), listed));
    }
}
