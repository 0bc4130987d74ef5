using System.Globalization;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Spoor.Labels;

namespace Spoor.Chains.Files.Labels;

/// <summary>One address of a sanctions list, and whom it is listed under.</summary>
/// <param name="Party">The list's number for them.</param>
internal sealed record SanctionedAddress(string Symbol, string Text, string Name, string Party, long Line);

/// <summary>What both forms of the sanctions list of OFAC have in common.</summary>
internal static class SanctionedAddresses
{
    private const string Prefix = "Digital Currency Address - ";

    /// <summary>The symbol in <c>Digital Currency Address - XBT</c>; null for any other kind of feature.</summary>
    public static string? SymbolOf(string kind) =>
        kind.Trim() is var text && text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..].Trim() : null;

    /// <summary>A reader that opens nothing else and unfolds nothing.</summary>
    public static XmlReader Open(TextReader text) => XmlReader.Create(text, new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    });

    /// <summary>Elements by local name: the namespace changed in May 2024 and may change again.</summary>
    /// <exception cref="LabelFileException">Not well-formed XML, or XML with a DTD.</exception>
    public static IEnumerable<XElement> ElementsOf(TextReader text, string[] names, LabelSheet sheet)
    {
        using var reader = Open(text);
        while (Next(reader, names, sheet) is { } element)
        {
            yield return element;
        }
    }

    /// <param name="programs">The sanctions programs of a party: <c>DPRK3</c>.</param>
    public static void Put(SanctionedAddress address, IEnumerable<string> programs, DateOnly? published, LabelSheet sheet)
    {
        sheet.Cite(KnownSources.Ofac with { Published = published ?? sheet.File.Day });
        string context = LabelContext.Compact(json => WriteContext(json, address.Party, programs));
        sheet.Rows.Read(new LabelRow(address.Line)
            .Set(LabelField.Address, address.Text, "address")
            .Set(LabelField.Currency, address.Symbol, "currency")
            .Set(LabelField.Name, address.Name.Length > 0 ? address.Name : "OFAC-sanctioned address", "name")
            .Set(LabelField.Abuse, "sanction")
            .Set(LabelField.Actor, ActorOf(address.Name))
            .Set(LabelField.Source, KnownSources.Ofac.Key)
            .Set(LabelField.Confidence, "authority_data")
            .Set(LabelField.Learned, published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "")
            .Set(LabelField.Context, context));
    }

    public static long LineOf(XElement element) => ((IXmlLineInfo)element).LineNumber;

    public static IEnumerable<XElement> Inside(this XElement element, string name) =>
        element.Descendants().Where(one => one.Name.LocalName == name);

    /// <summary>The text of an attribute; empty where there is none.</summary>
    public static string ValueOf(this XElement? element, string name) => (string?)element?.Attribute(name) ?? "";

    private static XElement? Next(XmlReader reader, string[] names, LabelSheet sheet)
    {
        try
        {
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element && names.Contains(reader.LocalName))
                {
                    using var part = reader.ReadSubtree();
                    return XElement.Load(part, LoadOptions.SetLineInfo);
                }
            }

            return null;
        }
        catch (XmlException failure)
        {
            throw sheet.Broken(failure.LineNumber, "XML", "well-formed XML without a DTD", failure.Message);
        }
    }

    private static void WriteContext(Utf8JsonWriter json, string party, IEnumerable<string> programs)
    {
        json.WriteStartObject();
        json.WriteString("party", party);
        json.WriteStartArray("programs");
        foreach (string program in programs)
        {
            json.WriteStringValue(program);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    // As ids of ActorPacks are made: LAZARUS GROUP is lazarusgroup.
    private static string ActorOf(string name) => string.Concat(name.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit));
}
