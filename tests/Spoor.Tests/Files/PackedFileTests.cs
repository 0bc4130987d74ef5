using System.IO.Compression;
using System.Text;
using ZstdSharp;
using static Spoor.Tests.Files.Rows;

namespace Spoor.Tests.Files;

public sealed class PackedFileTests : IDisposable
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("\uFEFF" + TokenTransferHeader.Replace("\n", "\r\n", StringComparison.Ordinal) + Token(1, 2, "5").Replace("\n", "\r\n", StringComparison.Ordinal));

    private readonly ImportedStore _store = new();

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData("t.csv")]
    [InlineData("t.csv.gz")]
    [InlineData("t.csv.zst")]
    public async Task A_file_is_read_the_same_however_it_is_packed(string name)
    {
        string path = _store.PathOf(name);
        using (var file = File.Create(path))
        {
            using Stream packed = Path.GetExtension(name) switch
            {
                ".gz" => new GZipStream(file, CompressionLevel.Fastest),
                ".zst" => new CompressionStream(file),
                _ => file,
            };
            packed.Write(Content);
        }

        var report = await _store.ImportAsync(path);

        Assert.Equal((1, 1), (report.Rows, report.Added));
        Assert.Equal(64, report.Sha256.Length);
    }
}
