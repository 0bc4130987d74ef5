using System.Text;
using Sylvan.Data.Csv;

namespace Spoor.Tests.Evm;

/// <summary>The rows of a CSV file of expected values, each by the names of its columns.</summary>
internal static class CsvTable
{
    internal static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string relative)
    {
        string content = Encoding.UTF8.GetString(RecordedAnswers.Read(relative));
        if (content.Length == 0)
        {
            return [];
        }

        using var text = new StringReader(content);
        using var csv = CsvDataReader.Create(text, new CsvDataReaderOptions { BufferSize = 1 << 20 });
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(Enumerable.Range(0, csv.FieldCount).ToDictionary(csv.GetName, csv.GetString));
        }

        return rows;
    }
}
