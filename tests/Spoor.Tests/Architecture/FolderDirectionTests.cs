namespace Spoor.Tests.Architecture;

public sealed class FolderDirectionTests
{
    [Fact]
    public void A_folder_uses_only_folders_upstream_of_it() =>
        Assert.Empty(SourceFile.Below("src/Spoor").SelectMany(FolderDirection.Offences));

    [Fact]
    public void There_is_something_to_check() => Assert.NotEmpty(SourceFile.Below("src/Spoor"));

    [Theory]
    [InlineData("using Spoor.Tracing;")]
    [InlineData("using static Spoor.Tracing.Trace;")]
    [InlineData("using Walk = Spoor.Tracing.Trace;")]
    [InlineData("public Spoor.Tracing.Trace Walk { get; }")]
    [InlineData("public Tracing.Trace Walk { get; }")]
    [InlineData("string s = \"https://example.org\"; global::Spoor.Tracing.Trace walk;")]
    public void A_use_of_a_folder_downstream_is_found(string text) =>
        Assert.Equal(
            ["src/Spoor/Labels/Planted.cs uses Tracing, which is downstream of Labels"],
            FolderDirection.Offences(new("src/Spoor/Labels/Planted.cs", text)));

    [Theory]
    [InlineData("using Spoor.Transfers;")]
    [InlineData("using Spoor.Labels;")]
    [InlineData("// The labels of Spoor.Tracing come from here.")]
    [InlineData("/* Spoor.Tracing */ string s = \"Spoor.Tracing\";")]
    [InlineData("int n = book.Tracing.Count;")]
    public void A_use_of_a_folder_upstream_and_a_mere_mention_are_not(string text) =>
        Assert.Empty(FolderDirection.Offences(new("src/Spoor/Labels/Planted.cs", text)));

    [Theory]
    [InlineData("src/Spoor/Planted.cs")]
    [InlineData("src/Spoor/Tokens/Planted.cs")]
    public void A_file_outside_the_folders_is_found(string path) =>
        Assert.Single(FolderDirection.Offences(new(path, "")));
}
