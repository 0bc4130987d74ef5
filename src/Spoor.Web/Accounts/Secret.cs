using System.Security.Cryptography;
using System.Text;

namespace Spoor.Web.Accounts;

/// <summary>Random secrets, and what is kept of them.</summary>
public static class Secret
{
    /// <summary>As many as nobody guesses.</summary>
    private const int Bytes = 32;

    /// <summary>64 hex digits of 256 random bits.</summary>
    public static string Draw() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Hex digits that name something without being secret.</summary>
    public static string DrawName(int bytes) => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(bytes));

    /// <summary>What is kept of a secret of 256 random bits: with so many, a slow hash would add nothing.</summary>
    public static string Sha256Of(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Whether two hashes are the same, in a time that tells nothing of where they differ.</summary>
    public static bool Same(string hash, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(other));
}
