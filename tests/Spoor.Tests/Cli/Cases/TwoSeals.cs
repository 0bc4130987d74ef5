using Spoor.Reporting.Cases.Seals;
using Spoor.Workspace.Cases.Seals;

namespace Spoor.Tests.Cli.Cases;

/// <summary>A made-up theft that is sealed more than once, with a store, labels and a desk that change in between.</summary>
internal sealed class TwoSeals : IDisposable
{
    public const string Pivot = "0x5b5a4c3d2e1f0a9b8c7d6e5f4a3b2c1d0e9f8a7b";

    public CommandRun Spoor { get; } = new();

    public string Folder => Spoor.Folder;

    public void Dispose() => Spoor.Dispose();

    public static async Task<TwoSeals> ImportedAsync(string data = "data")
    {
        var seals = new TwoSeals();
        TwoThefts.WriteIncidents(seals.Spoor);
        await seals.ImportAsync(data, TwoThefts.Transfers);
        return seals;
    }

    public async Task ImportAsync(string data, string transfers)
    {
        Spoor.Write($"{data}.csv", transfers);
        Assert.Equal(0, (await Spoor.RunAsync("import", $"{data}.csv", "--data", data)).Code);
    }

    /// <summary>Seals the northern theft into a folder of its own.</summary>
    /// <returns>The path of the case file.</returns>
    public async Task<string> SealAsync(string folder, params string[] more)
    {
        var (code, _, talk) = await Spoor.RunAsync(["case", "seal", "north-2023", "--incidents", "cases", "--out", folder, .. more]);
        Assert.True(code == 0, talk);
        return Path.Combine(Folder, folder, "north-2023.case");
    }

    /// <summary>The bytes of an entry as text.</summary>
    public static string TextOf(string file, string entry)
    {
        var found = OpenedCase.Read(file).Entries.SingleOrDefault(one => one.Name == entry);
        Assert.True(found is not null, $"the case has no {entry}");
        return found.OpenText().ReadToEnd();
    }

    /// <summary>Checks the case by computing it again.</summary>
    public static async Task<IReadOnlyList<CaseFault>> FaultsAsync(string file) =>
        (await CaseVerification.OfAsync(OpenedCase.Read(file), null, TestContext.Current.CancellationToken)).Faults;
}
