using System.Security.Cryptography;
using System.Text;

namespace Spoor.Chains.Files;

/// <summary>A small text file from outside, read once: what is hashed is what is used.</summary>
public sealed class InputFile
{
    /// <summary>More than any list or table that is read whole, packed or not.</summary>
    public const int MaxBytes = 256 << 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    private readonly byte[] _content;

    private InputFile(string name, string sha256, byte[] content)
    {
        Name = name;
        Sha256 = sha256;
        _content = content;
    }

    /// <summary>Without its folder.</summary>
    public string Name { get; }

    /// <summary>Of the bytes as they lie, packed or not, in lower-case hex.</summary>
    public string Sha256 { get; }

    /// <exception cref="FormatException">It is not a whole gzip file though its name says so, is not UTF-8, or is too large.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static InputFile Read(string path)
    {
        using var bytes = File.OpenRead(path);
        return Read(Path.GetFileName(path), bytes);
    }

    /// <inheritdoc cref="Read(string)"/>
    /// <param name="name">Ends with <c>.gz</c> where the bytes are packed.</param>
    public static InputFile Read(string name, Stream bytes)
    {
        byte[] found = Limited(name, bytes);
        byte[] content = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? WholeGzip.Unpack(name, found) : found;
        CheckText(name, content);
        return new(name, Convert.ToHexStringLower(SHA256.HashData(found)), content);
    }

    /// <summary>Its text from the beginning, unpacked and without a byte order mark.</summary>
    public TextReader OpenText() => new StreamReader(new MemoryStream(_content, writable: false), Strict, detectEncodingFromByteOrderMarks: false);

    internal static byte[] Limited(string name, Stream bytes)
    {
        using var copy = new MemoryStream();
        byte[] buffer = new byte[1 << 16];
        for (int read = bytes.Read(buffer); read > 0; read = bytes.Read(buffer))
        {
            copy.Write(buffer, 0, read);
            if (copy.Length > MaxBytes)
            {
                throw new FormatException($"{name}: expected at most {MaxBytes >> 20} MB unpacked, found more. Split it.");
            }
        }

        return copy.ToArray();
    }

    // A reader that puts a question mark for what it cannot read would change names and figures in silence.
    private static void CheckText(string name, byte[] content)
    {
        try
        {
            Strict.GetCharCount(content);
        }
        catch (DecoderFallbackException failure)
        {
            throw new FormatException(
                $"{name}: expected UTF-8, found the bytes {Convert.ToHexStringLower(failure.BytesUnknown ?? [])} at {failure.Index}. Save it as UTF-8.", failure);
        }
    }
}
