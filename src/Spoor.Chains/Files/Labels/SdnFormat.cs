using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Spoor.Chains.Files.Labels;

/// <summary>The sanctions list of OFAC in its simple form, <c>sdn.xml</c>.</summary>
internal sealed partial class SdnFormat : ILabelFormat
{
    private static readonly string[] Parts = ["Publish_Date", "sdnEntry"];
    private static readonly string[] NameParts = ["lastName", "firstName"];

    public string Name => "OFAC XML";

    public bool Recognises(string head) => Root().IsMatch(head);

    public void Read(TextReader text, LabelSheet sheet)
    {
        DateOnly? published = null;
        foreach (var part in SanctionedAddresses.ElementsOf(text, Parts, sheet))
        {
            if (part.Name.LocalName == "Publish_Date")
            {
                published ??= DayOf(part.Value.Trim());
            }
            else
            {
                Put(part, published, sheet);
            }
        }
    }

    private static void Put(XElement entry, DateOnly? published, LabelSheet sheet)
    {
        string name = string.Join(", ", NameParts
            .Select(part => TextOf(entry, part)).Where(part => part.Length > 0));
        string[] programs = [.. entry.Inside("program").Select(program => program.Value.Trim()).Order(StringComparer.Ordinal)];
        foreach (var id in entry.Inside("id"))
        {
            if (SanctionedAddresses.SymbolOf(TextOf(id, "idType")) is { } symbol)
            {
                SanctionedAddresses.Put(
                    new(symbol, TextOf(id, "idNumber"), name, TextOf(entry, "uid"), SanctionedAddresses.LineOf(id)), programs, published, sheet);
            }
        }
    }

    private static string TextOf(XElement element, string child) =>
        element.Elements().FirstOrDefault(one => one.Name.LocalName == child)?.Value.Trim() ?? "";

    private static DateOnly? DayOf(string text) =>
        DateOnly.TryParseExact(text, ["MM/dd/yyyy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex(@"\A\s*(<\?[^>]*>\s*)?(<!--.*?-->\s*)*<(\w+:)?sdnList[\s>]", RegexOptions.Singleline)]
    private static partial Regex Root();
}
