using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace Spoor.Cli.Commands;

/// <summary>Options that count something.</summary>
internal static class NaturalNumbers
{
    /// <summary>Refuses what is below 0, no number at all, or too large, and says what was expected.</summary>
    public static void AcceptOnlyNaturals<T>(this Option<T> option)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T> => option.Validators.Add(result => RefuseOthers<T>(option, result));

    /// <inheritdoc cref="AcceptOnlyNaturals{T}(Option{T})"/>
    public static void AcceptOnlyNaturals<T>(this Option<T?> option)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T> => option.Validators.Add(result => RefuseOthers<T>(option, result));

    /// <summary>Refuses 0, too.</summary>
    public static void AcceptOnlyAboveZero(this Option<int?> option) => option.Validators.Add(result =>
    {
        RefuseOthers<int>(option, result);
        if (result is { Implicit: false, Tokens: [var word] } && int.TryParse(word.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number == 0)
        {
            result.AddError($"Expected a whole number from 1 to {int.MaxValue} after {option.Name}, found '{word.Value}'.");
        }
    });

    // From the word, since a word that is no number cannot be asked for its value.
    private static void RefuseOthers<T>(Option option, OptionResult result)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        if (result is { Implicit: false, Tokens: [var word] } && !T.TryParse(word.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            result.AddError($"Expected a whole number from 0 to {T.MaxValue} after {option.Name}, found '{word.Value}'.");
        }
    }
}
