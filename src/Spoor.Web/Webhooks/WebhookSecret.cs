using System.Security.Cryptography;
using System.Text;

namespace Spoor.Web.Webhooks;

/// <summary>The key that sender and receiver share, written <c>whsec_</c> and base64, as Standard Webhooks has it.</summary>
/// <remarks>https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md</remarks>
public sealed class WebhookSecret
{
    private const string Prefix = "whsec_";
    private const int MinBytes = 24;
    private const int MaxBytes = 64;

    private readonly byte[] _key;

    private WebhookSecret(byte[] key) => _key = key;

    /// <param name="where">What is named in a message in place of the secret.</param>
    /// <exception cref="FormatException">Not a secret of that form.</exception>
    public static WebhookSecret Parse(string text, string where)
    {
        string trimmed = text.Trim();
        byte[] key = new byte[MaxBytes + 1];
        int length = 0;
        bool valid = trimmed.StartsWith(Prefix, StringComparison.Ordinal)
            && Convert.TryFromBase64String(trimmed[Prefix.Length..], key, out length)
            && length is >= MinBytes and <= MaxBytes;
        return valid
            ? new(key[..length])
            : throw new FormatException(
                $"{where}: expected a webhook secret of the form {Prefix} and base64 of {MinBytes} to {MaxBytes} bytes; make one with: "
                + $"echo \"{Prefix}$(openssl rand -base64 32)\"");
    }

    /// <summary>HMAC-SHA-256 over <c>id.timestamp.body</c>.</summary>
    internal byte[] Sign(string id, string timestamp, ReadOnlySpan<byte> body) =>
        HMACSHA256.HashData(_key, (byte[])[.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body]);

    /// <summary>Never the key.</summary>
    public override string ToString() => Prefix + "…";
}
