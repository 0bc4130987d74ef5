namespace Spoor.Tests.Architecture;

public sealed class BannedConstructsTests
{
    [Fact]
    public void No_source_file_holds_a_banned_construct() =>
        Assert.Empty(SourceFile.Below("src").Concat(SourceFile.Below("src", "*.sql")).SelectMany(BannedConstructs.Offences));

    [Theory]
    [InlineData("string sql = \"SELECT * FROM transfers\";")]
    [InlineData("string sql = \"\"\"\n    select t.*\n    FROM transfers t\n    \"\"\";")]
    [InlineData("try { Run(); } catch (IOException) { }")]
    [InlineData("try { Run(); } catch\n{\n}")]
    [InlineData("private async void Run() { }")]
    [InlineData("    #region Fields\n    #endregion")]
    [InlineData("if (address == null) { }")]
    [InlineData("long n = store.CountAsync().Result;")]
    [InlineData("store.CloseAsync().GetAwaiter().GetResult();")]
    [InlineData("// TODO: later")]
    public void A_planted_offence_is_found(string text) =>
        Assert.Single(BannedConstructs.Offences(new("src/Spoor/Tracing/Planted.cs", text)));

    [Theory]
    [InlineData("string sql = \"SELECT count(*) FROM transfers\";")]
    [InlineData("catch (OperationCanceledException) { /* the user asked for it */ }")]
    [InlineData("catch (IOException e) { throw new StorageException(path, e); }")]
    [InlineData("// never SELECT *, never async void")]
    [InlineData("if (address is null) { }")]
    [InlineData("public sealed record Result(long Rows);")]
    public void What_only_looks_like_one_is_not(string text) =>
        Assert.Empty(BannedConstructs.Offences(new("src/Spoor/Tracing/Planted.cs", text)));
}
