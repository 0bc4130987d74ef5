using System.CommandLine;
using Spoor.Labels;

namespace Spoor.Cli.Labels;

/// <summary>Options that name a mark of the Traffic Light Protocol.</summary>
internal static class TlpOption
{
    public static void AcceptOnlyTlp(this Option<string> option) => option.Validators.Add(result =>
    {
        if (result is { Implicit: false, Tokens: [var word] } && !TlpText.TryParse(word.Value, out _))
        {
            result.AddError($"Expected clear, green, amber, amber+strict or red after {option.Name}, found '{word.Value}'.");
        }
    });

    /// <summary>A word the validator let pass.</summary>
    public static Tlp TlpOf(this ParseResult parsed, Option<string> option) =>
        TlpText.TryParse(parsed.GetValue(option)!, out var tlp) ? tlp : throw new FormatException($"{option.Name} is no mark of TLP 2.0.");
}
