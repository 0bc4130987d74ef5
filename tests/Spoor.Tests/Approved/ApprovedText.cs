namespace Spoor.Tests.Approved;

/// <summary>Texts that people read, held as files beside this one; SPOOR_APPROVE=1 rewrites them, and the diff is then to be read.</summary>
internal static class ApprovedText
{
    public static void Check(string name, string text) => CheckFile(Repository.File($"tests/Spoor.Tests/Approved/{name}"), text);

    /// <summary>The same for a file that stands elsewhere, such as a figure of the documents.</summary>
    public static void CheckFile(string path, string text)
    {
        if (Environment.GetEnvironmentVariable("SPOOR_APPROVE") == "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.True(File.Exists(path), $"{path} is missing; run the tests with SPOOR_APPROVE=1 and read what it writes.");
        Assert.Equal(File.ReadAllText(path), text, ignoreLineEndingDifferences: true);
    }
}
