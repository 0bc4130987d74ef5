using System.Globalization;
using System.Security.Cryptography;

namespace Spoor.Web.Accounts;

/// <summary>What is kept of a password: PBKDF2 with HMAC-SHA-256, its salt and its iterations.</summary>
/// <remarks>The number of iterations is the one of https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#pbkdf2.</remarks>
public sealed record PasswordHash
{
    public const int MinLength = 12;
    public const int MaxLength = 200;

    private const string Algorithm = "pbkdf2-sha256";
    private const int Iterations = 600_000;
    private const int MostIterations = 10_000_000;
    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    private readonly int _iterations;
    private readonly byte[] _salt;
    private readonly byte[] _hash;

    private PasswordHash(int iterations, byte[] salt, byte[] hash) => (_iterations, _salt, _hash) = (iterations, salt, hash);

    /// <exception cref="FormatException">The password is too short or too long.</exception>
    public static PasswordHash Of(string password) => Of(password, Iterations);

    /// <param name="iterations">Fewer only where a test makes many.</param>
    internal static PasswordHash Of(string password, int iterations)
    {
        if (password.Length is < MinLength or > MaxLength)
        {
            throw new FormatException($"password: expected {MinLength} to {MaxLength} characters, found {password.Length}.");
        }

        byte[] salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return new(iterations, salt, Derive(password, salt, iterations));
    }

    /// <exception cref="FormatException">It is not as <see cref="ToString"/> writes it.</exception>
    public static PasswordHash Parse(string text)
    {
        byte[] salt = new byte[SaltBytes];
        byte[] hash = new byte[HashBytes];
        return text.Split('$') is [Algorithm, var count, var salted, var hashed]
            && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out int iterations) && iterations is > 0 and <= MostIterations
            && Convert.TryFromBase64String(salted, salt, out int saltRead) && saltRead == SaltBytes
            && Convert.TryFromBase64String(hashed, hash, out int hashRead) && hashRead == HashBytes
            ? new(iterations, salt, hash)
            : throw new FormatException($"password: expected {Algorithm}$ITERATIONS$SALT$HASH, found something else.");
    }

    /// <summary>Whether it is the password; takes a tenth of a second or more on purpose.</summary>
    public bool Fits(string password) =>
        password.Length <= MaxLength && CryptographicOperations.FixedTimeEquals(_hash, Derive(password, _salt, _iterations));

    public override string ToString() =>
        $"{Algorithm}${_iterations.ToString(CultureInfo.InvariantCulture)}${Convert.ToBase64String(_salt)}${Convert.ToBase64String(_hash)}";

    private static byte[] Derive(string password, byte[] salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(password, salt, iterations, HashAlgorithmName.SHA256, HashBytes);
}
