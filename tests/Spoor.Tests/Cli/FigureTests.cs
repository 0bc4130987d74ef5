using Spoor.Tests.Approved;

namespace Spoor.Tests.Cli;

/// <summary>The figures of the documents are what the program draws.</summary>
public sealed class FigureTests : IDisposable
{
    private readonly CommandRun _spoor = new();

    public void Dispose() => _spoor.Dispose();

    [Theory]
    [InlineData("coinex-attribution.svg", "attribute coinex-2023 --as-of 2023-09-14 --svg")]
    [InlineData("losses-2023.svg", "ledger tally --year 2023 --until 2023-08 --svg")]
    public async Task A_figure_of_the_documents_is_the_one_that_the_program_draws(string figure, string command)
    {
        string drawn = Path.Combine(_spoor.Folder, figure);

        var (code, _, _) = await _spoor.RunAsync([.. command.Split(' '), drawn]);

        Assert.Equal(0, code);
        ApprovedText.CheckFile(Repository.File($"docs/figures/{figure}"), await File.ReadAllTextAsync(drawn, TestContext.Current.CancellationToken));
    }
}
