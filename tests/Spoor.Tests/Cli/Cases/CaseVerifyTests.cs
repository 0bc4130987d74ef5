using System.Text;
using System.Text.Json;
using Spoor.Reporting.Cases.Seals;
using Spoor.Tests.Approved;
using Spoor.Tracing;
using Spoor.Workspace.Cases.Seals;

namespace Spoor.Tests.Cli.Cases;

public sealed class CaseVerifyTests(SealedDemo demo) : IClassFixture<SealedDemo>
{
    [Fact]
    public async Task A_sealed_case_holds()
    {
        var found = await CaseVerification.OfAsync(demo.Opened, null, TestContext.Current.CancellationToken);

        Assert.Empty(found.Faults);
        Assert.True(found.Repeated);
        Assert.Equal(5, found.Opened.Manifest!.Entries.Count(entry => entry.Role == EntryRole.Results));
    }

    [Fact]
    public void One_flipped_bit_in_any_entry_is_found_and_the_entry_named()
    {
        byte[] whole = demo.File.ToArray();
        foreach (var (entry, begin, length) in Contents(whole))
        {
            foreach (int bit in Bits(entry, length))
            {
                byte[] flipped = [.. whole];
                flipped[begin + (bit / 8)] ^= (byte)(1 << (bit % 8));
                var faults = OpenedCase.Of(flipped).Faults;

                Assert.Contains(faults, fault => fault.Entry == entry);
                Assert.Contains(entry, faults[0].Text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void One_flipped_bit_of_a_signed_case_is_found_and_the_entry_named_wherever_it_is()
    {
        byte[] whole = SmallSeal.Write();
        Assert.Empty(OpenedCase.Of(whole).Faults);
        foreach (var (entry, begin, length) in Contents(whole))
        {
            for (int bit = 0; bit < 8 * length; bit++)
            {
                byte[] flipped = [.. whole];
                flipped[begin + (bit / 8)] ^= (byte)(1 << (bit % 8));
                var faults = OpenedCase.Of(flipped).Faults;

                Assert.True(faults.Any(fault => fault.Entry == entry), $"bit {bit} of {entry} is not found");
                Assert.Contains(entry, faults[0].Text, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("small-\\ud800")]
    [InlineData("small-\u00ff")]
    public void A_manifest_whose_text_is_no_text_is_a_fault_and_no_crash(string incident)
    {
        byte[] manifest = Encoding.Latin1.GetBytes(Encoding.UTF8.GetString(demo.Opened.Entries[0].Content.Span).Replace("\"incident\":\"coinex-2023\"", $"\"incident\":\"{incident}\"", StringComparison.Ordinal));

        var faults = OpenedCase.Of(CaseContainer.Write([new(CaseManifest.Entry, manifest), .. demo.Opened.Content])).Faults;

        Assert.Equal((CaseFaultKind.Manifest, CaseManifest.Entry), (faults[0].Kind, faults[0].Entry));
    }

    [Theory]
    [InlineData("ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("0100000000000000000000000000000000000000000000000000000000000000")]
    public void A_key_that_is_no_key_is_a_fault_of_the_signature(string key)
    {
        var signature = new CaseSignature(Convert.FromHexString(key), new byte[64]);
        var entries = demo.Opened.Entries.Select(entry => entry.Name == CaseNames.Signature ? new CaseEntry(entry.Name, signature.ToBytes()) : entry);

        var fault = Assert.Single(OpenedCase.Of(CaseContainer.Write([.. entries])).Faults);

        Assert.Equal((CaseFaultKind.Signature, CaseNames.Signature), (fault.Kind, fault.Entry));
        Assert.Contains("publicKey", fault.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void One_flipped_bit_in_the_header_of_any_entry_is_found_and_the_entry_named()
    {
        byte[] whole = demo.File.ToArray();
        foreach (var (entry, begin, _) in Contents(whole))
        {
            int header = begin - 30 - Encoding.UTF8.GetByteCount(entry);
            foreach (int field in new[] { 0, 4, 6, 8, 10, 12, 14, 18, 22 })
            {
                byte[] flipped = [.. whole];
                flipped[header + field] ^= 1;

                Assert.Contains(OpenedCase.Of(flipped).Faults, fault => fault.Text.Contains(entry, StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void One_flipped_bit_in_the_directory_at_the_end_is_found()
    {
        byte[] whole = demo.File.ToArray();
        for (int back = 1; back < 20_000; back += 37)
        {
            byte[] flipped = [.. whole];
            flipped[^back] ^= (byte)(1 << (back % 8));

            Assert.NotEmpty(OpenedCase.Of(flipped).Faults);
        }
    }

    [Fact]
    public async Task The_signature_must_be_of_the_key_that_was_asked_for()
    {
        using var spoor = new CommandRun();
        string path = Path.Combine(spoor.Folder, "c.case");
        await File.WriteAllBytesAsync(path, demo.File.ToArray(), TestContext.Current.CancellationToken);
        await spoor.RunAsync("case", "key", "--out", "other.key");

        Assert.Equal(0, (await spoor.RunAsync("case", "verify", "c.case", "--public-key", Path.Combine(demo.Folder, "seal.key.pub"))).Code);
        var (code, page, _) = await spoor.RunAsync("case", "verify", "c.case", "--public-key", "other.key.pub");
        Assert.Equal(2, code);
        Assert.Contains("signed with another key", page, StringComparison.Ordinal);
        Assert.Contains("not signed", Assert.Single((await CheckAsync(demo.Forged("x", bytes => bytes), await File.ReadAllTextAsync(Path.Combine(demo.Folder, "seal.key.pub"), TestContext.Current.CancellationToken))).Faults).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_a_damaged_case_is_the_approved_one()
    {
        using var spoor = new CommandRun();
        byte[] flipped = demo.Forged("x", bytes => bytes);
        var (_, begin, length) = Contents(flipped).Single(one => one.Entry == CaseNames.Loss);
        flipped[begin + length / 2] ^= 1;
        await File.WriteAllBytesAsync(Path.Combine(spoor.Folder, "coinex-2023.case"), flipped, TestContext.Current.CancellationToken);
        var (code, page, _) = await spoor.RunAsync("case", "verify", "coinex-2023.case");

        Assert.Equal(2, code);
        ApprovedText.Check("case-verify-damaged.txt", CaseText.WithoutHashes(page));
    }

    [Fact]
    public async Task The_page_of_a_case_that_holds_is_the_approved_one()
    {
        using var spoor = new CommandRun();
        await File.WriteAllBytesAsync(Path.Combine(spoor.Folder, "coinex-2023.case"), demo.File.ToArray(), TestContext.Current.CancellationToken);
        var (_, page, talk) = await spoor.RunAsync("case", "verify", "coinex-2023.case");

        Assert.Equal("", talk);
        ApprovedText.Check("case-seal.txt", CaseText.WithoutHashes(demo.Page));
        ApprovedText.Check("case-verify.txt", CaseText.WithoutHashes(page));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_document_is_as_its_schema_says(bool damaged)
    {
        using var spoor = new CommandRun();
        byte[] bytes = demo.File.ToArray();
        bytes[damaged ? bytes.Length / 2 : 0] ^= (byte)(damaged ? 1 : 0);
        await File.WriteAllBytesAsync(Path.Combine(spoor.Folder, "c.case"), bytes, TestContext.Current.CancellationToken);
        var (code, json, _) = await spoor.RunAsync("case", "verify", "c.case", "--json");
        using var document = JsonDocument.Parse(json);

        Assert.Equal(damaged ? 2 : 0, code);
        Assert.Equal(!damaged, document.RootElement.GetProperty("holds").GetBoolean());
        Assert.Empty(JsonSchema.Read("docs/case-verify.schema.json").Faults(document.RootElement));
    }

    [Fact]
    public void The_manifest_is_as_its_schema_says()
    {
        using var manifest = JsonDocument.Parse(demo.Opened.Entries[0].Content);

        Assert.Empty(JsonSchema.Read("docs/case-manifest.schema.json").Faults(manifest.RootElement));
    }

    [Fact]
    public void Every_figure_of_the_stop_rules_is_stated()
    {
        using var manifest = JsonDocument.Parse(demo.Opened.Entries[0].Content);
        var stated = manifest.RootElement.GetProperty("parameters").GetProperty("stops").EnumerateObject().Select(member => member.Name).ToList();
        var figures = typeof(StopRules).GetProperties().Where(property => property.CanWrite && (property.PropertyType == typeof(int) || property.PropertyType == typeof(long)));

        Assert.All(figures, figure => Assert.Contains(char.ToLowerInvariant(figure.Name[0]) + figure.Name[1..], stated));
    }

    [Fact]
    public async Task What_is_no_case_file_is_refused_with_a_sentence()
    {
        using var spoor = new CommandRun();
        spoor.Write("x.case", "no case");
        var (code, page, _) = await spoor.RunAsync("case", "verify", "x.case");

        Assert.Equal(2, code);
        Assert.Contains("it does not begin as a case file does", page, StringComparison.Ordinal);
        Assert.Equal(2, (await spoor.RunAsync("case", "verify", "missing.case")).Code);
    }

    private static Task<CaseVerification> CheckAsync(byte[] file, string? publicKey = null) =>
        CaseVerification.OfAsync(OpenedCase.Of(file), publicKey, TestContext.Current.CancellationToken);

    // Of the signature each 29th, so that some keys are none; of the rest three.
    private static IEnumerable<int> Bits(string entry, int length) => entry == CaseNames.Signature
        ? Enumerable.Range(0, 8 * length).Where(bit => bit % 29 == 0)
        : new[] { 0, length / 2, length - 1 }.Distinct().Select(at => (8 * at) + (at % 8));

    private static List<(string Entry, int Begin, int Length)> Contents(byte[] file)
    {
        var found = new List<(string, int, int)>();
        int at = 0;
        foreach (var entry in CaseContainerReading.Of(file).Entries)
        {
            at += 30 + Encoding.UTF8.GetByteCount(entry.Name);
            found.Add((entry.Name, at, entry.Content.Length));
            at += entry.Content.Length;
        }

        return found;
    }
}
