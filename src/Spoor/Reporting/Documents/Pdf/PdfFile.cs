using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Spoor.Reporting.Documents.Pdf;

/// <summary>The objects of a PDF file (ISO 32000-1) and how they become bytes.</summary>
/// <remarks>Nothing is compressed: compressors differ from machine to machine, and the same document is to be the same bytes.</remarks>
internal sealed class PdfFile
{
    private readonly List<(string Dictionary, byte[]? Stream)> _objects = [];

    /// <summary>Adds an object and gives its number.</summary>
    public int Add(string content)
    {
        _objects.Add((content, null));
        return _objects.Count;
    }

    /// <summary>Adds a stream and gives its number.</summary>
    public int Add(string dictionary, ReadOnlySpan<byte> stream)
    {
        _objects.Add((dictionary, stream.ToArray()));
        return _objects.Count;
    }

    /// <summary>A number for an object that is written later.</summary>
    public int Reserve() => Add("null");

    public void Fill(int number, string content) => _objects[number - 1] = (content, null);

    public byte[] ToBytes(int catalog, int information)
    {
        using var output = new MemoryStream();
        Write(output, "%PDF-1.7\n%âãÏÓ\n");
        var places = new List<long>();
        foreach (var (dictionary, stream) in _objects)
        {
            places.Add(output.Position);
            Write(output, $"{places.Count.ToString(CultureInfo.InvariantCulture)} 0 obj\n{dictionary}\n");
            if (stream is not null)
            {
                Write(output, "stream\n");
                output.Write(stream);
                Write(output, "\nendstream\n");
            }

            Write(output, "endobj\n");
        }

        // The id of a file derives from its content.
        string id = Convert.ToHexString(SHA256.HashData(output.ToArray()))[..32];
        long table = output.Position;
        Write(output, $"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        places.ForEach(place => Write(output, $"{place.ToString("D10", CultureInfo.InvariantCulture)} 00000 n \n"));
        Write(output, $"trailer\n<< /Size {places.Count + 1} /Root {catalog} 0 R /Info {information} 0 R /ID [<{id}> <{id}>] >>\nstartxref\n{table}\n%%EOF\n");
        return output.ToArray();
    }

    /// <summary>A text string of the file, whatever its letters.</summary>
    public static string TextOf(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    private static void Write(MemoryStream output, string text) => output.Write(Encoding.Latin1.GetBytes(text));
}
