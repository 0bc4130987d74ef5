namespace Spoor.Tests.Architecture;

public sealed class DrawerNamesTests
{
    [Fact]
    public void No_file_or_folder_is_a_drawer() =>
        Assert.Empty(SourceFile.Below("src").SelectMany(file => DrawerNames.Offences(file.Path)));

    [Theory]
    [InlineData("src/Spoor/Utils/Hop.cs")]
    [InlineData("src/Spoor/Tracing/Models/Hop.cs")]
    [InlineData("src/Spoor.Common/Hop.cs")]
    [InlineData("src/Spoor/Tracing/TraceHelper.cs")]
    [InlineData("src/Spoor/Tracing/TaintAnalysisService.cs")]
    [InlineData("src/Spoor/Tracing/TransferDto.cs")]
    [InlineData("src/Spoor/Tracing/Extensions.cs")]
    public void A_drawer_is_found(string path) => Assert.Single(DrawerNames.Offences(path));

    [Theory]
    [InlineData("src/Spoor.Storage/DataFolder.cs")]
    [InlineData("src/Spoor/Transfers/Base58.cs")]
    [InlineData("src/Spoor/Tracing/PeelChain.cs")]
    public void A_subject_is_not(string path) => Assert.Empty(DrawerNames.Offences(path));
}
