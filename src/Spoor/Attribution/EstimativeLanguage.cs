namespace Spoor.Attribution;

/// <summary>Words for a probability; never for a likelihood ratio.</summary>
/// <remarks>The MISP taxonomy <c>estimative-language</c>, after ICD 203 (2015). A probability on a border takes the word above.</remarks>
public static class EstimativeLanguage
{
    private static readonly (decimal From, string Words)[] Steps =
    [
        (0.95m, "almost certain"), (0.80m, "very likely"), (0.55m, "likely"), (0.45m, "roughly even chance"),
        (0.20m, "unlikely"), (0.05m, "very unlikely"), (0, "almost no chance"),
    ];

    public static string Of(decimal probability) => probability is >= 0 and <= 1
        ? Steps.First(step => probability >= step.From).Words
        : throw new ArgumentOutOfRangeException(nameof(probability), probability, "Expected a probability from 0 to 1.");
}
