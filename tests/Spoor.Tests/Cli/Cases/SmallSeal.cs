using Spoor.Reporting.Cases;
using Spoor.Reporting.Cases.Seals;
using Spoor.Workspace.Cases.Seals;

namespace Spoor.Tests.Cli.Cases;

/// <summary>A signed case file so small that every bit of it can be flipped in turn; no case can be computed from it.</summary>
internal static class SmallSeal
{
    // RFC 8032, §7.1, test 3: a published seed, so that the file is the same at each run.
    private const string Seed = "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7";

    public static byte[] Write()
    {
        CaseEntry[] content =
        [
            new(CaseNames.Readme, "Read me.\n"u8.ToArray()),
            new(CaseNames.Transfers, "chain,block\n"u8.ToArray()),
            new(CaseNames.Figures, "{}"u8.ToArray()),
            new("rules/chains.json", "[]"u8.ToArray()),
        ];
        var manifest = new CaseManifest
        {
            Incident = "small-2023",
            Tool = "1",
            Parameters = new(new CaseParameters(), "transfers.csv", IsPublishedOnly: true),
            Rules = [],
            Entries = [.. content.Select(entry => CaseListing.Of(entry, isPublishedOnly: true))],
        };
        byte[] bytes = CaseManifestJson.Write(manifest);
        string key = $"-----BEGIN PRIVATE KEY-----\n{Convert.ToBase64String(Convert.FromHexString("302e020100300506032b657004220420" + Seed))}\n-----END PRIVATE KEY-----\n";
        return CaseContainer.Write([new(CaseManifest.Entry, bytes), new(CaseNames.Signature, CaseSignature.Of(key, bytes).ToBytes()), .. content]);
    }
}
