using System.Diagnostics.CodeAnalysis;
using Spoor.Labels;

namespace Spoor.Attribution;

/// <summary>How far a source and what it says can be relied on, graded apart: <c>B2</c>.</summary>
/// <param name="Source">A to G.</param>
/// <param name="Information">1 to 6.</param>
/// <remarks>The Admiralty code; letters, digits and percentages as in the MISP taxonomy <c>admiralty-scale</c>.</remarks>
public readonly record struct AdmiraltyGrade(char Source, char Information)
{
    // No statement is certain, and none so bad that it proves the contrary.
    private const decimal Least = 0.01m;
    private const decimal Most = 0.99m;

    private static readonly Dictionary<char, (string Meaning, decimal Share)> Sources = new()
    {
        ['A'] = ("completely reliable source", 1m),
        ['B'] = ("usually reliable source", 0.75m),
        ['C'] = ("fairly reliable source", 0.5m),
        ['D'] = ("not usually reliable source", 0.25m),
        ['E'] = ("unreliable source", 0m),
        ['F'] = ("source whose reliability cannot be judged", 0.5m),
        ['G'] = ("deliberately deceptive source", 0m),
    };

    private static readonly Dictionary<char, (string Meaning, decimal Share)> Informations = new()
    {
        ['1'] = ("confirmed by others", 1m),
        ['2'] = ("probably true", 0.75m),
        ['3'] = ("possibly true", 0.5m),
        ['4'] = ("doubtful", 0.25m),
        ['5'] = ("improbable", 0m),
        ['6'] = ("truth cannot be judged", 0.5m),
    };

    public string Meaning => $"{Sources[Source].Meaning}, {Informations[Information].Meaning}";

    /// <summary>How probable it is that what was said is right: by the weaker of the two, from 0.01 to 0.99.</summary>
    public decimal Probability => Math.Clamp(Math.Min(Sources[Source].Share, Informations[Information].Share), Least, Most);

    public static bool TryParse(string text, [NotNullWhen(true)] out AdmiraltyGrade? grade)
    {
        grade = text is [var source, var information] && Sources.ContainsKey(char.ToUpperInvariant(source)) && Informations.ContainsKey(information)
            ? new(char.ToUpperInvariant(source), information)
            : null;
        return grade is not null;
    }

    /// <summary>The grade a source bears, or, where nobody graded it, the one that its kind is taken to deserve.</summary>
    /// <exception cref="FormatException">It bears a grade that is none.</exception>
    public static AdmiraltyGrade Of(Citation source)
    {
        if (source.Grade.Length == 0)
        {
            return Assumed(source.Kind);
        }

        return TryParse(source.Grade, out var grade) ? grade.Value
            : throw new FormatException($"Source {source.Key}: expected a grade from A1 to G6, found '{source.Grade}'.");
    }

    public override string ToString() => $"{Source}{Information}";

    // An authority states its conclusion without the evidence, hence "probably true" and not "confirmed".
    private static AdmiraltyGrade Assumed(SourceKind kind) => kind switch
    {
        SourceKind.Authority => new('A', '2'),
        SourceKind.Primary => new('B', '3'),
        SourceKind.Compilation => new('C', '3'),
        _ => new('C', '4'),
    };
}
