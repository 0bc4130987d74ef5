using Spoor.Chains.Files.Labels;
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
            ? FlowsOf(corpus, folder, name, transfers)
            : LabelsOf(corpus, folder, name);
        return new(truth, transfers);
    }

    private static CaseTruth.ByFlows FlowsOf(CaseCorpus corpus, string folder, string name, IReadOnlyList<Transfer> flows)
    {
        var sources = ReadList(corpus.FileOf(folder, "source_addresses.csv"));
        var terminals = ReadList(corpus.FileOf(folder, "terminal_addresses.csv"));
        return new()
        {
            Name = name,
            Chain = Ethereum,
            Sources = [.. AddressesOf(sources)],
            Terminals = AddressesOf(terminals).ToHashSet(),
            Flows = flows,
        };
    }

    // Transit 0 is the address the theft went to; whoever has another name is a service.
    private static CaseTruth.ByLabels LabelsOf(CaseCorpus corpus, string folder, string name)
    {
        var known = ReadList(corpus.FileOf(folder, "all-address.csv"));
        var transits = AddressesOf(known.Where(IsTransit)).ToHashSet();
        return new()
        {
            Name = name,
            Chain = Ethereum,
            Sources = [.. AddressesOf(known.Where(label => label.Name == TransitTag + "0"))],
            Transits = transits,
            Targets = AddressesOf(known).Where(address => !transits.Contains(address)).ToHashSet(),
        };
    }

    // An address of a case that is left out changes the score, so a damaged one is not kept aside as in other lists.
    private static IReadOnlyList<Label> ReadList(string path)
    {
        var content = LabelFileReader.Read(path, new() { DefaultLearned = DateOnly.MinValue });
        return content.DamagedCount == 0 ? content.Labels : throw new FormatException(string.Join('\n', content.Damaged));
    }

    private static bool IsTransit(Label label) => label.Name.StartsWith(TransitTag, StringComparison.Ordinal);

    private static IEnumerable<Address> AddressesOf(IEnumerable<Label> labels) => labels.Select(label => label.Address).OfType<Address>();
}
