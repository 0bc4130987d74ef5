namespace Spoor.Incidents;

/// <summary>What kind of case an incident is, in one vocabulary.</summary>
public sealed record IncidentCategory(string Vocabulary, string Word)
{
    /// <summary>The vocabularies, in order of name, and the words of each that an incident may use.</summary>
    /// <remarks>
    /// CertiK: monthly tallies and Hack3d reports of 2023. DefiLlama: the classifications of its list of hacks. INTERPOL:
    /// abuses of the Dark Web and Virtual Assets taxonomy 0.3. PeckShield and SlowMist: words of their posts and of the
    /// SlowMist Hacked list. Written in lower case with an underscore for a blank.
    /// </remarks>
    public static readonly IReadOnlyList<(string Vocabulary, IReadOnlyList<string> Words)> Vocabularies =
    [
        ("certik",
        [
            "access_control", "code_vulnerability", "exit_scam", "exploit", "flash_loan", "other", "phishing",
            "price_manipulation", "private_key_compromise", "reentrancy",
        ]),
        ("defillama", ["ecosystem", "infrastructure", "protocol_logic", "rugpull"]),
        ("interpol", ["phishing", "ponzi_scheme", "ransomware", "scam", "service_hack", "sextortion"]),
        ("peckshield", ["flash_loan", "hack", "phishing", "rugpull", "scam"]),
        ("slowmist",
        [
            "contract_vulnerability", "flash_loan_attack", "other", "phishing_attack", "price_manipulation",
            "private_key_leakage", "rug_pull", "supply_chain_attack", "unknown", "wallet_stolen",
        ]),
    ];
}
