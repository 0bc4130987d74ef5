using System.Text.RegularExpressions;

namespace Spoor.Tests.Cli.Cases;

/// <summary>Pages about cases as they can be held: hashes, keys and sizes change with every example that is edited.</summary>
internal static partial class CaseText
{
    public static string WithoutHashes(string page) => Numbers().Replace(Hashes().Replace(page, "…"), "…");

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Hashes();

    [GeneratedRegex("[0-9][0-9,]*(?= (bytes|entries|entry|inputs|that were sealed))")]
    private static partial Regex Numbers();
}
