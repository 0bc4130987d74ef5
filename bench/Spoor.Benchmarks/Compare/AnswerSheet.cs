using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Spoor.Benchmarks.Compare;

/// <summary>What an engine answered, in a form that is equal when the answers are.</summary>
internal static class AnswerSheet
{
    /// <summary>Start, hops, how many addresses, and a digest of them with their first arrivals and fewest hops.</summary>
    public static string Line(string start, int hops, IEnumerable<ReachedRow> answer)
    {
        var text = new StringBuilder();
        int count = 0;
        foreach (var row in answer.OrderBy(row => row.Address, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{row.Address} {row.Place} {row.Hops}\n");
            count++;
        }

        string digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        return string.Create(CultureInfo.InvariantCulture, $"{start}\t{hops}\t{count}\t{digest}");
    }

    /// <summary>Whether no two engines gave different answers; says where they did, and who answered how many.</summary>
    /// <remarks>An engine that its limit ended has answered fewer starts: those count.</remarks>
    public static bool Agree(CompareFolder folder)
    {
        var found = Directory.GetFiles(folder.Path, "*.answers.tsv").Order(StringComparer.Ordinal)
            .Select(file => (Engine: Path.GetFileName(file)[..^".answers.tsv".Length], Lines: File.ReadAllLines(file)))
            .Where(answers => answers.Lines.Length > 0).ToList();
        if (found.Count < 2)
        {
            Console.Error.WriteLine($"{found.Count} engines answered: there is nothing to compare.");
            return false;
        }

        var (reference, expected) = found.MaxBy(answers => answers.Lines.Length);
        var known = expected.ToDictionary(Question, line => line);
        foreach (var (engine, lines) in found)
        {
            if (lines.FirstOrDefault(line => known.GetValueOrDefault(Question(line)) != line) is { } other)
            {
                Console.Error.WriteLine($"{engine} differs from {reference}: expected {known.GetValueOrDefault(Question(other))}, found {other}");
                return false;
            }
        }

        var counts = expected.Select(line => int.Parse(line.Split('\t')[2], CultureInfo.InvariantCulture)).Order().ToList();
        Console.WriteLine($"{found.Count} engines agree on {counts.Count} starts: {counts[0]} to {counts[^1]} addresses, median {counts[counts.Count / 2]}.");
        foreach (var (engine, lines) in found.Where(answers => answers.Lines.Length < counts.Count))
        {
            Console.WriteLine($"{engine} answered {lines.Length} of them in its time.");
        }

        return true;
    }

    private static string Question(string line) => string.Join('\t', line.Split('\t')[..2]);
}
