using SimpleBase;

namespace Spoor.Transfers.Codecs;

/// <summary>Reads Base58; the library that writes it runs past the end of its buffer on some texts that are no address.</summary>
internal static class Base58Digits
{
    private const int Base = 58;

    /// <param name="text">Short: the time grows with the square of its length.</param>
    /// <param name="alphabet">Bitcoin's or Ripple's.</param>
    /// <param name="bytes">At least as long as the text.</param>
    /// <param name="count">How many bytes the text stands for.</param>
    /// <returns>False when a character is not of the alphabet.</returns>
    public static bool TryDecode(ReadOnlySpan<char> text, Base58 alphabet, Span<byte> bytes, out int count)
    {
        string digits = alphabet.Alphabet.Value;
        count = 0;
        foreach (char character in text)
        {
            int carry = digits.IndexOf(character, StringComparison.Ordinal);
            if (carry < 0)
            {
                return false;
            }

            for (int i = 0; i < count || carry > 0; i++)
            {
                carry += i < count ? Base * bytes[i] : 0;
                bytes[i] = (byte)(carry & 0xff);
                carry >>= 8;
                count = Math.Max(count, i + 1);
            }
        }

        // Every leading zero digit stands for a zero byte.
        foreach (char character in text)
        {
            if (character != digits[0])
            {
                break;
            }

            bytes[count++] = 0;
        }

        bytes[..count].Reverse();
        return true;
    }
}
