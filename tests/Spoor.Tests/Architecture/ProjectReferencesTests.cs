namespace Spoor.Tests.Architecture;

public sealed class ProjectReferencesTests
{
    [Fact]
    public void Projects_reference_one_another_one_way() =>
        Assert.Empty(SourceFile.Below("src", "*.csproj").SelectMany(ProjectReferences.Offences));

    [Fact]
    public void All_six_projects_are_checked() => Assert.Equal(6, SourceFile.Below("src", "*.csproj").Count);

    [Theory]
    [InlineData("src/Spoor/Spoor.csproj", "../Spoor.Storage/Spoor.Storage.csproj", "Spoor references Spoor.Storage")]
    [InlineData("src/Spoor.Chains/Spoor.Chains.csproj", "..\\Spoor.Storage\\Spoor.Storage.csproj", "Spoor.Chains references Spoor.Storage")]
    [InlineData("src/Spoor.Workspace/Spoor.Workspace.csproj", "../Spoor.Web/Spoor.Web.csproj", "Spoor.Workspace references Spoor.Web")]
    public void A_reference_against_the_direction_is_found(string project, string reference, string offence)
    {
        string text = $"""<Project><ItemGroup><ProjectReference Include="{reference}" /></ItemGroup></Project>""";

        Assert.Equal([offence], ProjectReferences.Offences(new(project, text)));
    }

    [Fact]
    public void A_global_using_and_a_sixth_project_are_found()
    {
        string hidden = """<Project><ItemGroup><Using Include="Spoor.Tracing" /></ItemGroup></Project>""";

        Assert.Single(ProjectReferences.Offences(new("src/Spoor/Spoor.csproj", hidden)));
        Assert.Single(ProjectReferences.Offences(new("src/Spoor.Common/Spoor.Common.csproj", "<Project />")));
    }
}
