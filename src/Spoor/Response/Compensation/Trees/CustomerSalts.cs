using System.Security.Cryptography;
using System.Text;

namespace Spoor.Response.Compensation.Trees;

/// <summary>A salt for each customer, made from one secret of the exchange.</summary>
/// <remarks>HMAC-SHA-256 of the incident and the customer: who sees one salt learns nothing of another.</remarks>
public sealed class CustomerSalts(string incident, byte[] secret)
{
    public const int SecretBytes = 32;

    private readonly byte[] _prefix = Encoding.UTF8.GetBytes($"spoor-compensation-salt/1\0{incident}\0");

    public byte[] Of(string customer)
    {
        Span<byte> bytes = stackalloc byte[_prefix.Length + PlainName.MaxLength];
        _prefix.CopyTo(bytes);
        int length = Encoding.UTF8.GetBytes(customer, bytes[_prefix.Length..]);
        return HMACSHA256.HashData(secret, bytes[..(_prefix.Length + length)]);
    }
}
