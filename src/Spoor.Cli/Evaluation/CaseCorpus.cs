namespace Spoor.Cli.Evaluation;

/// <summary>A collection of cases of one layout.</summary>
/// <param name="Name">As the command line calls it.</param>
/// <param name="Folder">Where it lies in the data folder.</param>
/// <param name="TransfersFile">The file that makes a folder a case; plain or gzip.</param>
internal sealed record CaseCorpus(string Name, string Folder, string TransfersFile)
{
    public static readonly CaseCorpus LaunderNet = new("laundernet", "laundernet", "flows.csv");

    public static readonly CaseCorpus Heist = new("heist", "ethereum_heist", "all-tx.csv");

    private static readonly string[] Packings = ["", ".gz"];

    public static IReadOnlyList<CaseCorpus> All { get; } = [LaunderNet, Heist];

    /// <summary>The folders of the cases in order of name: the folder itself when it is a case, else those below it.</summary>
    /// <exception cref="FileNotFoundException">There is no case.</exception>
    public IReadOnlyList<string> CasesIn(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new FileNotFoundException(
                $"Expected a folder with {Name} cases at {folder}, found none; name it with --data-dir or SPOOR_DATA.");
        }

        string corpus = Path.Combine(folder, Folder);
        string searched = Directory.Exists(corpus) ? corpus : folder;
        string[] candidates = [searched, .. Directory.EnumerateDirectories(searched).Order(StringComparer.Ordinal)];
        string[] cases = [.. candidates.Where(candidate => Packed(candidate, TransfersFile) is not null)];
        return cases.Length > 0
            ? cases
            : throw new FileNotFoundException(
                $"Expected {TransfersFile} (or {TransfersFile}.gz) in {searched} or in a folder below it, found none: it holds no {Name} case.");
    }

    /// <summary>A file of a case, packed or not.</summary>
    /// <exception cref="FileNotFoundException">The case lacks it.</exception>
    public string FileOf(string caseFolder, string name) =>
        Packed(caseFolder, name)
        ?? throw new FileNotFoundException(
            $"Expected {name} (or {name}.gz) in the {Name} case {caseFolder}, found {string.Join(", ", Directory.EnumerateFiles(caseFolder).Select(Path.GetFileName).Order(StringComparer.Ordinal))}.");

    private static string? Packed(string folder, string name) =>
        Packings.Select(packing => Path.Combine(folder, name + packing)).FirstOrDefault(File.Exists);
}
