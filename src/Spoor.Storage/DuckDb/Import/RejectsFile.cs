using System.Globalization;
using System.Text;

namespace Spoor.Storage.DuckDb.Import;

/// <summary>The faulty rows of an import as a CSV file next to the reasons.</summary>
internal static class RejectsFile
{
    internal static async Task WriteAsync(string path, IReadOnlyList<ImportFault> faults, CancellationToken cancellation)
    {
        var text = new StringBuilder("line,column,expected,found,row\n");
        foreach (var fault in faults)
        {
            string line = fault.Line.ToString(CultureInfo.InvariantCulture);
            text.Append(line).Append(',').AppendJoin(',', new[] { fault.Column ?? "", fault.Expected, fault.Found, fault.Raw }.Select(Quoted)).Append('\n');
        }

        await File.WriteAllTextAsync(path, text.ToString(), cancellation);
    }

    private static string Quoted(string field) => $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
