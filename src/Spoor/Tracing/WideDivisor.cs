namespace Spoor.Tracing;

/// <summary>A divisor by which products of two 128-bit numbers are divided, again and again.</summary>
/// <remarks>
/// Möller and Granlund, <i>Improved Division by Invariant Integers</i> (2011): algorithm 6 makes the reciprocal of a
/// normalised two-word divisor, algorithm 5 divides three words by two with it, without a division. Two steps give
/// 256 by 128 bits. Amounts in wei exceed 64 bits, so every haircut comes here.
/// </remarks>
internal readonly struct WideDivisor
{
    private readonly UInt128 _divisor;
    private readonly ulong _high;
    private readonly ulong _low;
    private readonly ulong _reciprocal;
    private readonly int _shift;

    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public WideDivisor(UInt128 divisor)
    {
        if (divisor == UInt128.Zero)
        {
            throw new DivideByZeroException("Cannot divide units by a sum of zero.");
        }

        _divisor = divisor;
        _shift = (int)UInt128.LeadingZeroCount(divisor);
        var normalised = divisor << _shift;
        _high = High(normalised);
        _low = Low(normalised);
        _reciprocal = Reciprocal(_high, _low);
    }

    /// <summary>⌊left · right / divisor⌋ and the rest.</summary>
    /// <exception cref="OverflowException">The quotient has more than 128 bits.</exception>
    public (UInt128 Quotient, UInt128 Remainder) DivideProduct(UInt128 left, UInt128 right)
    {
        var (high, low) = Multiply(left, right);
        if (high >= _divisor)
        {
            throw new OverflowException($"{left} times {right} divided by {_divisor} exceeds 128 bits.");
        }

        // high is below the divisor, so nothing is shifted out of the left end.
        high = _shift == 0 ? high : (high << _shift) | (low >> (128 - _shift));
        low <<= _shift;
        var (first, rest) = Step(high, High(low));
        var (second, remainder) = Step(rest, Low(low));
        return (new(first, second), remainder >> _shift);
    }

    private static (UInt128 High, UInt128 Low) Multiply(UInt128 left, UInt128 right)
    {
        unchecked
        {
            var low = Product(Low(left), Low(right));
            var crossed = Product(High(left), Low(right)) + High(low);
            var other = Product(Low(left), High(right)) + Low(crossed);
            return (Product(High(left), High(right)) + High(crossed) + High(other), new(Low(other), Low(low)));
        }
    }

    /// <summary>One word of the quotient: (rest, next) by the divisor, where rest is below it.</summary>
    private (ulong Quotient, UInt128 Remainder) Step(UInt128 rest, ulong next)
    {
        // Every sum and difference is meant modulo the word, as in the paper.
        unchecked
        {
            var divisor = new UInt128(_high, _low);
            var estimate = Product(_reciprocal, High(rest)) + rest;
            ulong quotient = High(estimate);
            var remainder = new UInt128(Low(rest) - (quotient * _high), next) - Product(_low, quotient) - divisor;
            quotient++;
            if (High(remainder) >= Low(estimate))
            {
                quotient--;
                remainder += divisor;
            }

            if (remainder >= divisor)
            {
                quotient++;
                remainder -= divisor;
            }

            return (quotient, remainder);
        }
    }

    private static ulong Reciprocal(ulong high, ulong low)
    {
        unchecked
        {
            ulong reciprocal = Low(UInt128.MaxValue / high);
            ulong product = (high * reciprocal) + low;
            if (product < low)
            {
                reciprocal--;
                if (product >= high)
                {
                    reciprocal--;
                    product -= high;
                }

                product -= high;
            }

            var crossed = Product(reciprocal, low);
            product += High(crossed);
            if (product < High(crossed))
            {
                reciprocal--;
                if (new UInt128(product, Low(crossed)) >= new UInt128(high, low))
                {
                    reciprocal--;
                }
            }

            return reciprocal;
        }
    }

    private static UInt128 Product(ulong left, ulong right)
    {
        ulong high = Math.BigMul(left, right, out ulong low);
        return new(high, low);
    }

    private static ulong High(UInt128 number) => unchecked((ulong)(number >> 64));

    private static ulong Low(UInt128 number) => unchecked((ulong)number);
}
