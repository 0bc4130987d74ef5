namespace Spoor.Reporting.Cases.Seals;

/// <summary>The checksum of ZIP files (ISO 3309, polynomial 0xEDB88320 reflected).</summary>
internal static class Crc32
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(index => Step((uint)index))];

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte one in bytes)
        {
            crc = Table[(crc ^ one) & byte.MaxValue] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint Step(uint index)
    {
        for (int bit = 0; bit < 8; bit++)
        {
            index = (index & 1) != 0 ? 0xEDB88320 ^ (index >> 1) : index >> 1;
        }

        return index;
    }
}
