namespace Spoor.Storage.Index;

/// <summary>Numbers that were read lately, by a few bytes of their key: what was just read is not looked up again.</summary>
/// <remarks>
/// A number is a guess that whoever takes it holds against its key. Whoever makes keys that collide takes back what this gains, and nothing more.
/// Reads may run side by side.
/// </remarks>
internal sealed class LatelySeen
{
    private const int Size = 1 << 16;

    private readonly uint[] _numbers = new uint[Size];

    /// <summary>The last number noted for such a key; 0 for none.</summary>
    internal uint Of(ReadOnlySpan<byte> key) => _numbers[CellOf(key)];

    internal void Note(ReadOnlySpan<byte> key, uint number) => _numbers[CellOf(key)] = number;

    // Addresses and hashes are hashes themselves; numbers that count up differ at the end.
    private static int CellOf(ReadOnlySpan<byte> key) =>
        key.Length < 4 ? 0 : (key[0] ^ key[^1]) | ((key[1] ^ key[^2]) << 8);
}
