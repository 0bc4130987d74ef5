using Spoor.Reporting.Cases.Seals;
using Spoor.Workspace.Cases.Seals;

namespace Spoor.Tests.Cli.Cases;

/// <summary>The theft from CoinEx, sealed and signed once for all tests that look at the file.</summary>
public sealed class SealedDemo : IAsyncLifetime
{
    private readonly CommandRun _spoor = new();

    public ReadOnlyMemory<byte> File { get; private set; }

    /// <summary>What <c>case seal</c> said.</summary>
    public string Page { get; private set; } = "";

    public string Folder => _spoor.Folder;

    internal OpenedCase Opened => OpenedCase.Of(File);

    public async ValueTask InitializeAsync()
    {
        Assert.Equal(0, (await _spoor.RunAsync("case", "key", "--out", "seal.key")).Code);
        var (code, page, talk) = await _spoor.RunAsync("case", "seal", "coinex-2023", "--key", "seal.key");
        Assert.True(code == 0, talk);
        Page = page;
        File = await System.IO.File.ReadAllBytesAsync(Path.Combine(Folder, "coinex-2023.case"));
    }

    public ValueTask DisposeAsync()
    {
        _spoor.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The case as somebody would seal it who changed an entry and put everything else in order, hashes and all.</summary>
    internal byte[] Forged(string entry, Func<byte[], byte[]> change) =>
        Resealed(Opened, Opened.Content.Select(one => one.Name == entry ? new CaseEntry(one.Name, change(one.Content.ToArray())) : one));

    /// <summary>The case with more entries, which its manifest lists as it lists the others.</summary>
    internal byte[] ForgedWith(params IEnumerable<CaseEntry> more) => Resealed(Opened, Opened.Content.Concat(more));

    /// <summary>A case without a store as somebody would seal it who put these entries in place of its own.</summary>
    internal static byte[] Resealed(OpenedCase opened, IEnumerable<CaseEntry> entries)
    {
        List<CaseEntry> content = [.. entries.OrderBy(one => one.Name, StringComparer.Ordinal)];
        var manifest = opened.Manifest! with { Entries = [.. content.Select(one => CaseListing.Of(one, isPublishedOnly: true))] };
        return CaseContainer.Write([new(CaseManifest.Entry, CaseManifestJson.Write(manifest)), .. content]);
    }
}
