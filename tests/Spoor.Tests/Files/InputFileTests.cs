using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Spoor.Chains.Files;

namespace Spoor.Tests.Files;

public sealed class InputFileTests
{
    private const string Text = "date,symbol\n2023-09-12,ETH\n";

    [Fact]
    public void The_hash_is_of_the_bytes_as_they_lie_and_the_text_is_what_is_in_them()
    {
        byte[] packed = Packed(Text);

        var file = InputFile.Read("a.csv.gz", new MemoryStream(packed));

        Assert.Equal(("a.csv.gz", Convert.ToHexStringLower(SHA256.HashData(packed)), Text), (file.Name, file.Sha256, TextOf(file)));
        Assert.Equal(TextOf(file), TextOf(file));
    }

    [Fact]
    public void Every_cut_of_a_packed_file_is_refused()
    {
        byte[] packed = Packed(string.Concat(Enumerable.Range(0, 500).Select(number => $"{number * 7919 % 1000},")));

        Assert.All(
            Enumerable.Range(0, packed.Length),
            length => Assert.Throws<FormatException>(() => InputFile.Read("a.gz", new MemoryStream(packed[..length]))));
    }

    [Fact]
    public void Several_members_are_one_file()
    {
        byte[] twice = [.. Packed(Text), .. Packed("more\n"), .. Packed("")];

        Assert.Equal(Text + "more\n", TextOf(InputFile.Read("a.gz", new MemoryStream(twice))));
        Assert.Throws<FormatException>(() => InputFile.Read("a.gz", new MemoryStream(twice[..^3])));
        Assert.Throws<FormatException>(() => InputFile.Read("a.gz", new MemoryStream([.. twice, 1, 2, 3])));
    }

    [Fact]
    public void A_byte_order_mark_is_no_text() =>
        Assert.Equal(Text, TextOf(InputFile.Read("a.csv", new MemoryStream([0xef, 0xbb, 0xbf, .. Encoding.UTF8.GetBytes(Text)]))));

    [Fact]
    public void What_is_not_UTF_8_is_refused_with_its_place()
    {
        byte[] latin = Encoding.Latin1.GetBytes("name\nZürich\n");

        var failure = Assert.Throws<FormatException>(() => InputFile.Read("a.csv", new MemoryStream(latin)));

        Assert.Equal("a.csv: expected UTF-8, found the bytes fc at 6. Save it as UTF-8.", failure.Message);
        Assert.Throws<FormatException>(() => InputFile.Read("a.csv", new MemoryStream([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Text)])));
    }

    private static string TextOf(InputFile file)
    {
        using var text = file.OpenText();
        return text.ReadToEnd();
    }

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
