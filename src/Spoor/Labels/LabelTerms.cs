namespace Spoor.Labels;

/// <summary>The words of some text, in lower case: <c>service_hack</c> and <c>Phish / Hack</c> are two words each.</summary>
internal readonly struct LabelTerms
{
    private readonly List<string> _words;

    private LabelTerms(List<string> words) => _words = words;

    public bool IsEmpty => _words.Count == 0;

    public static LabelTerms Of(IEnumerable<string> texts)
    {
        List<string> words = [];
        foreach (string text in texts)
        {
            int start = -1;
            for (int place = 0; place <= text.Length; place++)
            {
                bool isWord = place < text.Length && char.IsLetterOrDigit(text[place]);
                if (isWord && start < 0)
                {
                    start = place;
                }
                else if (!isWord && start >= 0)
                {
                    words.Add(text[start..place].ToLowerInvariant());
                    start = -1;
                }
            }
        }

        return new(words);
    }

    public bool HasAny(ReadOnlySpan<string> terms)
    {
        foreach (string word in _words)
        {
            if (terms.Contains(word))
            {
                return true;
            }
        }

        return false;
    }

    public bool HasAll(string first, string second) => _words.Contains(first) && _words.Contains(second);

    /// <summary>Whether the last word that is no number is one of the terms.</summary>
    public bool EndsAny(ReadOnlySpan<string> terms) =>
        _words.FindLast(word => !word.All(char.IsAsciiDigit)) is { } last && terms.Contains(last);

    /// <summary>Whether a word begins with one of the beginnings and is none of the exceptions.</summary>
    public bool BeginsAny(string[] beginnings, string[] but) =>
        _words.Exists(word => Array.Exists(beginnings, beginning => word.StartsWith(beginning, StringComparison.Ordinal)) && !but.Contains(word));
}
