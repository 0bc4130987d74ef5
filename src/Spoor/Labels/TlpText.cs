namespace Spoor.Labels;

/// <summary>The words of the Traffic Light Protocol 2.0, as they stand in files and reports.</summary>
public static class TlpText
{
    public static string Of(Tlp tlp) => tlp switch
    {
        Tlp.Clear => "CLEAR",
        Tlp.Green => "GREEN",
        Tlp.Amber => "AMBER",
        Tlp.AmberStrict => "AMBER+STRICT",
        Tlp.Red => "RED",
        _ => throw new ArgumentOutOfRangeException(nameof(tlp), tlp, "Not a mark of TLP 2.0."),
    };

    /// <summary>Reads a mark in any case, with or without <c>TLP:</c>; nothing is clear, and so is WHITE of TLP 1.</summary>
    public static bool TryParse(string text, out Tlp tlp)
    {
        string word = text.Trim().ToUpperInvariant();
        word = word.StartsWith("TLP:", StringComparison.Ordinal) ? word[4..].TrimStart() : word;
        tlp = word switch
        {
            "GREEN" => Tlp.Green,
            "AMBER" => Tlp.Amber,
            "AMBER+STRICT" => Tlp.AmberStrict,
            "RED" => Tlp.Red,
            _ => Tlp.Clear,
        };
        return tlp != Tlp.Clear || word is "" or "CLEAR" or "WHITE";
    }
}
