using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using CsCheck;
using Spoor.Reporting.Cases.Seals;

namespace Spoor.Tests.Reporting.Cases.Seals;

public sealed class CaseContainerTests
{
    private static readonly CaseEntry[] Three =
    [
        new("manifest.json", "{}"u8.ToArray()), new("inputs/empty.csv", Array.Empty<byte>()), new("results/trace.json", Encoding.UTF8.GetBytes("[1,2,3]\n")),
    ];

    [Fact]
    public void Usual_tools_open_it()
    {
        using var zip = new ZipArchive(new MemoryStream(CaseContainer.Write(Three)));

        Assert.Equal(Three.Select(entry => entry.Name), zip.Entries.Select(entry => entry.FullName));
        Assert.All(zip.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
        using var trace = new StreamReader(zip.GetEntry("results/trace.json")!.Open());
        Assert.Equal("[1,2,3]\n", trace.ReadToEnd());
    }

    [Fact]
    public void What_was_written_reads_back()
    {
        var read = CaseContainerReading.Of(CaseContainer.Write(Three));

        Assert.Empty(read.Faults);
        Assert.Equal(Three.Select(entry => (entry.Name, entry.Sha256)), read.Entries.Select(entry => (entry.Name, entry.Sha256)));
    }

    [Fact]
    public void Every_single_bit_that_is_flipped_is_found()
    {
        byte[] whole = CaseContainer.Write(Three);
        for (int bit = 0; bit < whole.Length * 8; bit++)
        {
            byte[] flipped = [.. whole];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));

            Assert.True(CaseContainerReading.Of(flipped).Faults.Count > 0, $"bit {bit % 8} of byte {bit / 8}");
        }
    }

    [Fact]
    public void Every_bit_of_a_content_names_its_entry()
    {
        byte[] whole = CaseContainer.Write(Three);
        int begin = whole.AsSpan().IndexOf("[1,2,3]"u8);
        for (int bit = 0; bit < 64; bit++)
        {
            byte[] flipped = [.. whole];
            flipped[begin + bit / 8] ^= (byte)(1 << (bit % 8));

            Assert.Equal("results/trace.json", Assert.Single(CaseContainerReading.Of(flipped).Faults).Entry);
        }
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_refused()
    {
        byte[] whole = CaseContainer.Write(Three);

        Assert.All(Enumerable.Range(0, whole.Length), length => Assert.NotEmpty(CaseContainerReading.Of(whole.AsMemory(0, length)).Faults));
        Assert.Contains("bytes follow its end", Assert.Single(CaseContainerReading.Of((byte[])[.. whole, 0]).Faults).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_bytes_come_nothing_worse_than_faults_comes_out() =>
        Gen.Byte.Array[0, 200].Sample(bytes =>
        {
            byte[] begun = [.. CaseContainer.Write(Three).AsSpan(0, Math.Min(bytes.Length, 60)), .. bytes];
            return CaseContainerReading.Of(begun).Faults.Count > 0 && CaseContainerReading.Of(bytes).Faults.Count > 0;
        });

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("inputs/../../x")]
    [InlineData("C:\\x")]
    [InlineData("inputs\\x")]
    [InlineData("inputs//x")]
    [InlineData(".hidden")]
    [InlineData("re\u202Etxt")]
    public void A_name_that_leads_elsewhere_is_refused(string name)
    {
        Assert.Throws<FormatException>(() => CaseContainer.Write([new(name, Array.Empty<byte>())]));
        Assert.NotEmpty(CaseContainerReading.Of(Zipped(name, "x"u8.ToArray(), CompressionLevel.NoCompression)).Faults);
    }

    [Fact]
    public void A_bomb_is_never_unpacked()
    {
        var read = CaseContainerReading.Of(Zipped("manifest.json", new byte[10_000_000], CompressionLevel.SmallestSize));

        Assert.NotEmpty(read.Faults);
        Assert.All(read.Entries, entry => Assert.True(entry.Content.Length < 100_000));
    }

    [Fact]
    public void A_size_beyond_the_file_is_refused()
    {
        byte[] whole = CaseContainer.Write(Three);
        BinaryPrimitives.WriteUInt32LittleEndian(whole.AsSpan(18), uint.MaxValue);

        Assert.Contains("manifest.json: states 4294967295 bytes", Assert.Single(CaseContainerReading.Of(whole).Faults).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("coinex-2023", "coinex-2023")]
    [InlineData("ÿ /..", "%C3%BF%20%2F..")]
    [InlineData("..", "%2E.")]
    [InlineData("-x", "%2Dx")]
    public void Any_text_becomes_a_plain_part_of_a_name_and_back(string text, string part)
    {
        Assert.Equal(part, CaseEntry.PartOf(text));
        Assert.Equal(text, CaseEntry.TextOf(part));
        Assert.True(CaseEntry.IsName($"inputs/{part}/x"));
    }

    private static byte[] Zipped(string name, byte[] content, CompressionLevel level)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry(name, level).Open();
            entry.Write(content);
        }

        return bytes.ToArray();
    }
}
