namespace Spoor.Tracing;

/// <summary>Splits whole units in proportion without losing one (Hamilton's method).</summary>
public static class LargestRemainder
{
    // Up to here rounds are quicker than sorting; a UTXO transaction can have thousands of outputs, where they are not.
    private const int FewParts = 32;

    /// <summary>
    /// Gives each part ⌊total · weight / Σ weights⌋ and the units still missing to the largest remainders, ties to the
    /// lowest index. The parts sum to <paramref name="total"/>; where total ≤ Σ weights no part exceeds its weight.
    /// </summary>
    /// <exception cref="ArgumentException">All weights are zero but the total is not.</exception>
    public static void Split(UInt128 total, ReadOnlySpan<UInt128> weights, Span<UInt128> parts)
    {
        var sum = UInt128.Zero;
        foreach (var weight in weights)
        {
            sum += weight;
        }

        parts.Clear();
        if (total == UInt128.Zero)
        {
            return;
        }

        if (sum == UInt128.Zero)
        {
            throw new ArgumentException($"Cannot split {total} units over {weights.Length} parts of weight zero.", nameof(weights));
        }

        var remainders = weights.Length <= FewParts ? stackalloc UInt128[weights.Length] : new UInt128[weights.Length];
        var divisor = new WideDivisor(sum);
        var missing = total;
        for (int i = 0; i < weights.Length; i++)
        {
            (parts[i], remainders[i]) = divisor.DivideProduct(total, weights[i]);
            missing -= parts[i];
        }

        GiveToLargest(remainders, parts, missing);
    }

    /// <summary>⌊left · right / divisor⌋ and the rest, without overflow in between.</summary>
    public static (UInt128 Quotient, UInt128 Remainder) MultiplyDivide(UInt128 left, UInt128 right, UInt128 divisor) =>
        new WideDivisor(divisor).DivideProduct(left, right);

    private static void GiveToLargest(Span<UInt128> remainders, Span<UInt128> parts, UInt128 missing)
    {
        if (remainders.Length <= FewParts)
        {
            GiveInRounds(remainders, parts, missing);
            return;
        }

        // Where the served remainders begin is found by sorting the bare numbers, which is far quicker than sorting pairs.
        int served = (int)missing;
        if (served == 0)
        {
            return;
        }

        UInt128[] sorted = [.. remainders];
        sorted.AsSpan().Sort();
        var least = sorted[^served];
        int equal = served - (sorted.Length - sorted.AsSpan().LastIndexOf(least) - 1);
        for (int i = 0; i < parts.Length; i++)
        {
            bool isServed = remainders[i] > least || (remainders[i] == least && equal-- > 0);
            parts[i] += isServed ? UInt128.One : UInt128.Zero;
        }
    }

    // Fewer units are missing than there are parts, so each round serves one part; a served part has no remainder left.
    private static void GiveInRounds(Span<UInt128> remainders, Span<UInt128> parts, UInt128 missing)
    {
        for (; missing > UInt128.Zero; missing--)
        {
            int largest = 0;
            for (int i = 1; i < remainders.Length; i++)
            {
                largest = remainders[i] > remainders[largest] ? i : largest;
            }

            parts[largest]++;
            remainders[largest] = UInt128.Zero;
        }
    }
}
