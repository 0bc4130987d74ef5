using Spoor.Cli.Evaluation;
using Spoor.Tracing;
using Spoor.Tracing.Evaluation;

namespace Spoor.Tests.Cli.Evaluation;

/// <summary>Folders of the shape of LaunderNet that somebody else made.</summary>
public sealed class CaseFolderTests : IDisposable
{
    private const string Thief = "0x00000000000000000000000000000000000000a1";
    private const string Mule = "0x00000000000000000000000000000000000000b2";
    private const string Deposit = "0x00000000000000000000000000000000000000c3";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("spoor-evaluate-");

    public void Dispose() => _folder.Delete(recursive: true);

    // The mule's payment stands first in the file, in the block of the payment it passes on.
    [Fact]
    public async Task A_folder_with_one_case_is_read_by_the_import_and_ordered_inside_the_block()
    {
        WriteCase(_folder.FullName);

        var evaluated = await CaseReader.ReadAsync(
            CaseCorpus.LaunderNet, Assert.Single(CaseCorpus.LaunderNet.CasesIn(_folder.FullName)), TestContext.Current.CancellationToken);
        var row = new CaseEvaluation(evaluated, new(0, 1, StopAtEnds: true, OpeningEntry.FromBeginning))
            .Run(TracingMethod.Find("fifo"), TestContext.Current.CancellationToken);

        Assert.Equal(_folder.Name, evaluated.Truth.Name);
        Assert.Equal("1.0000", row.Score.ValueCoverage.ToString());
        Assert.Equal("1.0000", row.Score.TerminalRecall.ToString());
    }

    [Fact]
    public void Cases_below_a_folder_are_taken_in_order_of_name()
    {
        foreach (string name in new[] { "b", "a", "c" })
        {
            WriteCase(_folder.CreateSubdirectory(name).FullName);
        }

        _folder.CreateSubdirectory("notes");

        Assert.Equal(["a", "b", "c"], CaseCorpus.LaunderNet.CasesIn(_folder.FullName).Select(Path.GetFileName));
    }

    [Fact]
    public async Task What_is_missing_is_named()
    {
        Assert.Contains("flows.csv", Assert.Throws<FileNotFoundException>(() => CaseCorpus.LaunderNet.CasesIn(_folder.FullName)).Message, StringComparison.Ordinal);
        Assert.Contains("--data-dir", Assert.Throws<FileNotFoundException>(() => CaseCorpus.LaunderNet.CasesIn(_folder.FullName + "-no")).Message, StringComparison.Ordinal);

        WriteCase(_folder.FullName);
        File.Delete(Path.Combine(_folder.FullName, "terminal_addresses.csv"));
        var failure = await Assert.ThrowsAsync<FileNotFoundException>(
            () => CaseReader.ReadAsync(CaseCorpus.LaunderNet, _folder.FullName, TestContext.Current.CancellationToken));
        Assert.Contains("terminal_addresses.csv", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0x12")]
    [InlineData("0x75497999432b8701330fb68058bd21918c02aC59")]
    public async Task A_wrong_address_is_named_with_file_and_line(string wrong)
    {
        WriteCase(_folder.FullName);
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "source_addresses.csv"), $"address\n{Thief}\n{wrong}\n", TestContext.Current.CancellationToken);

        var failure = await Assert.ThrowsAnyAsync<FormatException>(
            () => CaseReader.ReadAsync(CaseCorpus.LaunderNet, _folder.FullName, TestContext.Current.CancellationToken));

        Assert.StartsWith("source_addresses.csv, line 3, address: expected an address", failure.Message, StringComparison.Ordinal);
    }

    private static void WriteCase(string folder)
    {
        static string Row(int tx, string from, string to) => $"2024-01-01 00:00:11,100,0x{tx:x64},{from},,{to},,10.50";
        File.WriteAllLines(
            Path.Combine(folder, "flows.csv"),
            ["Timestamp,Block,Tx_hash,From,From_label,To,To_label,Value_in_USD", Row(1, Mule, Deposit), Row(2, Thief, Mule)]);
        File.WriteAllLines(Path.Combine(folder, "source_addresses.csv"), ["address", Thief]);
        File.WriteAllLines(Path.Combine(folder, "terminal_addresses.csv"), ["address", Deposit]);
    }
}
