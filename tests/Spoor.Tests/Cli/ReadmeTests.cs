namespace Spoor.Tests.Cli;

/// <summary>What the README tells a stranger to type works, one line after the other.</summary>
public sealed class ReadmeTests
{
    private static readonly string[] Prefixes = ["spoor ", "dotnet run --project src/Spoor.Cli -- "];

    [Fact]
    public async Task Every_command_of_the_readme_runs()
    {
        using var run = new CommandRun();
        Directory.CreateSymbolicLink(Path.Combine(run.Folder, "examples"), Repository.File("examples"));
        var commands = Commands(await File.ReadAllLinesAsync(Repository.File("README.md"), TestContext.Current.CancellationToken)).ToList();

        Assert.True(commands.Count >= 5, $"Expected the commands of the quick start, found {commands.Count}.");
        foreach (string command in commands)
        {
            var (code, result, talk) = await run.RunAsync(command.Split(' ', StringSplitOptions.RemoveEmptyEntries));

            Assert.True(code == 0, $"spoor {command} ended with {code}: {talk}");
            Assert.NotEmpty(result);
        }
    }

    // Fences that name a language other than bash hold output.
    private static IEnumerable<string> Commands(IEnumerable<string> lines)
    {
        string? fence = null;
        foreach (string line in lines)
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                fence = fence is null ? line[3..] : null;
            }
            else if (fence is "" or "bash" && Array.Find(Prefixes, prefix => line.StartsWith(prefix, StringComparison.Ordinal)) is { } prefix)
            {
                yield return line[prefix.Length..];
            }
        }
    }
}
