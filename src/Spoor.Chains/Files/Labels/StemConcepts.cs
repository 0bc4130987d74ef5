namespace Spoor.Chains.Files.Labels;

/// <summary>What a list without a column for it is a list of, by the words in its file name.</summary>
internal static class StemConcepts
{
    // The first that occurs holds: a list of thefts from exchanges is about thefts.
    private static readonly (string Word, string Category, string Abuse)[] Words =
    [
        ("ransomware", "", "ransomware"),
        ("scam", "", "scam"),
        ("phish", "", "phishing"),
        ("hack", "", "service_hack"),
        ("heist", "", "service_hack"),
        ("exploit", "", "exploit"),
        ("thief", "", "service_hack"),
        ("ofac", "", "sanction"),
        ("sanction", "", "sanction"),
        ("mixer", "mixing_service", ""),
        ("mixing", "mixing_service", ""),
        ("tornado", "mixing_service", ""),
        ("bridge", "defi_bridge", ""),
        ("darknet", "market", ""),
        ("exchange", "exchange", ""),
    ];

    /// <summary>Concepts of the TagPack taxonomy; both empty where no word is known.</summary>
    public static (string Category, string Abuse) Of(string stem)
    {
        foreach (var (word, category, abuse) in Words)
        {
            if (stem.Contains(word, StringComparison.Ordinal))
            {
                return (category, abuse);
            }
        }

        return ("", "");
    }
}
