using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Spoor.Chains.Files.Labels;

/// <summary>The sanctions list of OFAC in its advanced form, <c>sdn_advanced.xml</c>.</summary>
/// <remarks>Steps after 0xB10C's reader (MIT): feature types by their text, addresses by feature, names and programs by party.</remarks>
internal sealed partial class SdnAdvancedFormat : ILabelFormat
{
    private static readonly string[] Parts = ["DateOfIssue", "FeatureType", "DistinctParty", "SanctionsEntry"];
    private static readonly string[] DateParts = ["Year", "Month", "Day"];

    public string Name => "OFAC advanced XML";

    public bool Recognises(string head) => Root().IsMatch(head);

    public void Read(TextReader text, LabelSheet sheet)
    {
        DateOnly? published = null;
        var symbols = new Dictionary<string, string>(StringComparer.Ordinal);
        var programs = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        List<(string Profile, SanctionedAddress Address)> addresses = [];
        foreach (var part in SanctionedAddresses.ElementsOf(text, Parts, sheet))
        {
            switch (part.Name.LocalName)
            {
                case "DateOfIssue":
                    published ??= DayOf(part);
                    break;
                case "FeatureType" when SanctionedAddresses.SymbolOf(part.Value) is { } symbol:
                    symbols[part.ValueOf("ID")] = symbol;
                    break;
                case "DistinctParty":
                    addresses.AddRange(AddressesOf(part, symbols));
                    break;
                case "SanctionsEntry":
                    CollectPrograms(part, programs);
                    break;
            }
        }

        foreach (var (profile, address) in addresses)
        {
            SanctionedAddresses.Put(address, programs.GetValueOrDefault(profile) ?? [], published, sheet);
        }
    }

    private static IEnumerable<(string Profile, SanctionedAddress Address)> AddressesOf(XElement party, Dictionary<string, string> symbols)
    {
        foreach (var profile in party.Inside("Profile"))
        {
            string? name = null;
            foreach (var feature in profile.Inside("Feature"))
            {
                if (symbols.TryGetValue(feature.ValueOf("FeatureTypeID"), out string? symbol))
                {
                    name ??= NameOf(profile);
                    foreach (var detail in feature.Inside("VersionDetail"))
                    {
                        yield return (profile.ValueOf("ID"), new(
                            symbol, detail.Value, name, party.ValueOf("FixedRef"), SanctionedAddresses.LineOf(detail)));
                    }
                }
            }
        }
    }

    // The primary alias of the primary identity; name parts come in the order in which they are written.
    private static string NameOf(XElement profile)
    {
        var identity = PrimaryOf(profile.Inside("Identity"));
        var alias = identity is null ? null : PrimaryOf(identity.Inside("Alias"));
        var name = alias?.Inside("DocumentedName").FirstOrDefault();
        return name is null ? "" : string.Join(' ', name.Inside("NamePartValue").Select(part => part.Value.Trim()));
    }

    private static XElement? PrimaryOf(IEnumerable<XElement> elements)
    {
        XElement[] all = [.. elements];
        return Array.Find(all, one => one.ValueOf("Primary") == "true") ?? all.FirstOrDefault();
    }

    // A measure whose type is a program names the program in its comment; other comments are sentences.
    private static void CollectPrograms(XElement entry, Dictionary<string, SortedSet<string>> programs)
    {
        foreach (var measure in entry.Inside("SanctionsMeasure"))
        {
            string comment = measure.Inside("Comment").FirstOrDefault()?.Value.Trim() ?? "";
            if (Program().IsMatch(comment))
            {
                string profile = entry.ValueOf("ProfileID");
                programs.TryAdd(profile, new(StringComparer.Ordinal));
                programs[profile].Add(comment);
            }
        }
    }

    private static DateOnly? DayOf(XElement date)
    {
        string text = string.Join('-', DateParts.Select(part => date.Inside(part).FirstOrDefault()?.Value.Trim() ?? ""));
        return DateOnly.TryParseExact(text, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    [GeneratedRegex(@"\A\s*(<\?[^>]*>\s*)?(<!--.*?-->\s*)*<(\w+:)?Sanctions[\s>]", RegexOptions.Singleline)]
    private static partial Regex Root();

    [GeneratedRegex(@"^[A-Z][A-Z0-9-]{1,30}(\s?\[[A-Z0-9-]+\])?\z")]
    private static partial Regex Program();
}
