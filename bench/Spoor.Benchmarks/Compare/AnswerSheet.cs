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

    /// <summary>Whether all engines gave the same answers; says where the first one did not.</summary>
    public static bool Agree(CompareFolder folder)
    {
        string[] files = [.. Directory.GetFiles(folder.Path, "*.answers.tsv").Order(StringComparer.Ordinal)];
        string[] expected = files.Length == 0 ? [] : File.ReadAllLines(files[0]);
        if (expected.Length == 0)
        {
            Console.Error.WriteLine("No engine answered: there is nothing to compare.");
            return false;
        }

        foreach (string file in files.Skip(1))
        {
            string[] found = File.ReadAllLines(file);
            string? first = expected.Zip(found).Where(pair => pair.First != pair.Second)
                .Select(pair => $"expected {pair.First}, found {pair.Second}").FirstOrDefault();
            if (first is not null || found.Length != expected.Length)
            {
                Console.Error.WriteLine(
                    $"{Path.GetFileName(file)} differs from {Path.GetFileName(files[0])}: {first ?? $"{found.Length} lines instead of {expected.Length}"}");
                return false;
            }
        }

        foreach (var ofHops in expected.Select(line => line.Split('\t')).GroupBy(fields => fields[1]))
        {
            var counts = ofHops.Select(fields => int.Parse(fields[2], CultureInfo.InvariantCulture)).Order().ToList();
            Console.WriteLine(
                $"{files.Length} engines agree on {counts.Count} starts at {ofHops.Key} hops: {counts[0]} to {counts[^1]} addresses, median {counts[counts.Count / 2]}.");
        }

        return true;
    }
}
