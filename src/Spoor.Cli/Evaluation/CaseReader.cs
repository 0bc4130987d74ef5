using System.IO.Compression;
using Spoor.Chains.Files;
using Spoor.Labels;
using Spoor.Tracing.Evaluation;
using Spoor.Transfers;

namespace Spoor.Cli.Evaluation;

/// <summary>Reads the cases of a corpus; transfers come in as <c>spoor import</c> brings them in.</summary>
internal static class CaseReader
{
    private const string TransitTag = "ml_transit_";

    private static readonly ChainId Ethereum = ChainId.Parse("eip155:1");

    public static async Task<EvaluatedCase> ReadAsync(CaseCorpus corpus, string folder, CancellationToken cancellation)
    {
        var transfers = await CaseTransfers.ImportAsync(corpus.FileOf(folder, corpus.TransfersFile), Ethereum, cancellation);
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        CaseTruth truth = corpus == CaseCorpus.LaunderNet
            ? await FlowsAsync(corpus, folder, name, transfers, cancellation)
            : await LabelsAsync(corpus, folder, name, cancellation);
        return new(truth, transfers);
    }

    private static async Task<CaseTruth> FlowsAsync(
        CaseCorpus corpus, string folder, string name, IReadOnlyList<Transfer> flows, CancellationToken cancellation)
    {
        var sources = await ListAsync(corpus.FileOf(folder, "source_addresses.csv"), cancellation);
        var terminals = await ListAsync(corpus.FileOf(folder, "terminal_addresses.csv"), cancellation);
        return new CaseTruth.ByFlows
        {
            Name = name,
            Chain = Ethereum,
            Sources = [.. sources.Select(one => one.Address)],
            Terminals = terminals.Select(one => one.Address).ToHashSet(),
            Flows = flows,
        };
    }

    // Transit 0 is the address the theft went to; whoever has another name is a service.
    private static async Task<CaseTruth> LabelsAsync(CaseCorpus corpus, string folder, string name, CancellationToken cancellation)
    {
        var known = await ListAsync(corpus.FileOf(folder, "all-address.csv"), cancellation);
        var transits = known.Where(IsTransit).Select(label => label.Address).ToHashSet();
        return new CaseTruth.ByLabels
        {
            Name = name,
            Chain = Ethereum,
            Sources = [.. known.Where(label => label.Name == TransitTag + "0").Select(label => label.Address)],
            Transits = transits,
            Targets = known.Where(label => (label.Name.Length > 0 || label.Category.Length > 0) && !transits.Contains(label.Address))
                .Select(label => label.Address)
                .ToHashSet(),
        };
    }

    private static bool IsTransit(Label label) => label.Name.StartsWith(TransitTag, StringComparison.Ordinal);

    private static async Task<IReadOnlyList<Label>> ListAsync(string path, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        await using Stream plain = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var text = new StreamReader(plain);
        return await AddressList.ReadAsync(text, Path.GetFileName(path), Ethereum, cancellation);
    }
}
