using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Spoor.Tests.Reporting.Documents;

/// <summary>What an output must not hold, whatever its texts said.</summary>
internal static partial class Harmless
{
    private static readonly string[] Tags =
    [
        "a", "body", "caption", "code", "desc", "div", "figcaption", "figure", "h1", "h2", "h3", "head", "header", "html", "li", "line", "main", "meta", "nav", "ol", "p", "path", "polygon",
        "rect", "section", "strong", "style", "svg", "table", "tbody", "td", "text", "th", "thead", "title", "tr", "ul",
    ];

    private static readonly string[] Attributes =
    [
        "aria-label", "aria-labelledby", "charset", "class", "content", "d", "fill", "height", "href", "http-equiv", "id", "lang", "name", "points", "rel", "role", "scope", "stroke-width", "tabindex",
        "text-anchor", "viewBox", "width", "x", "x1", "x2", "xmlns", "y", "y1", "y2",
    ];

    /// <summary>Only tags and attributes of ours, references that lead somewhere, addresses of the web.</summary>
    public static void Html(string html)
    {
        Visible(html);
        string body = html.Replace("<!DOCTYPE html>\n", "", StringComparison.Ordinal);
        var tags = Tag().Matches(body);

        // Every angle bracket belongs to a tag of ours, so the texts hold none.
        Assert.Equal(tags.Sum(tag => tag.Value.Count(letter => letter is '<' or '>')), body.Count(letter => letter is '<' or '>') - StyleBrackets(body));
        Assert.Empty(tags.Select(tag => tag.Groups[1].Value).Where(name => !Tags.Contains(name)).Distinct());
        var attributes = tags.SelectMany(tag => Attribute().Matches(tag.Groups[2].Value)).ToList();
        Assert.Empty(attributes.Select(attribute => attribute.Groups[1].Value).Where(name => !Attributes.Contains(name)).Distinct());
        Assert.All(tags, tag => Assert.Equal("", Attribute().Replace(tag.Groups[2].Value, "").Replace("/", "", StringComparison.Ordinal).Trim()));
        var ids = attributes.Where(attribute => attribute.Groups[1].Value == "id").Select(attribute => attribute.Groups[2].Value).ToList();
        Assert.Equal(ids.Distinct().Count(), ids.Count);
        Assert.All(
            attributes.Where(attribute => attribute.Groups[1].Value == "href").Select(attribute => attribute.Groups[2].Value),
            href => Assert.True(href.StartsWith('#') ? ids.Contains(href[1..]) : href.StartsWith("https://", StringComparison.Ordinal) || href.StartsWith("http://", StringComparison.Ordinal), $"A link leads to {href}."));
    }

    /// <summary>Well-formed, without script, without anything from elsewhere.</summary>
    public static void Svg(string svg)
    {
        Visible(svg);
        var elements = XDocument.Parse(svg).Descendants().ToList();
        Assert.All(elements, element => Assert.Contains(element.Name.LocalName, Tags));
        Assert.All(elements.Attributes(), attribute => Assert.Contains(attribute.Name.LocalName, Attributes));
        Assert.DoesNotContain(elements.Attributes(), attribute => attribute.Name.LocalName == "href");
    }

    /// <summary>No markup but ours, and no link that we did not make.</summary>
    public static void Markdown(string markdown)
    {
        Visible(markdown);
        string text = CodeSpan().Replace(Anchor().Replace(markdown, ""), "");
        text = OwnLink().Replace(text, "");
        Assert.DoesNotContain('<', text);
        Assert.DoesNotMatch(@"(?<!\\)\]\(|(?<!\\)\]:|[a-zA-Z]://|[wW]{3}\.|[A-Za-z0-9]@", text);
        Assert.DoesNotMatch(@"(?m)^(=+|-+)\s*$", text);
    }

    /// <summary>No cell that a spreadsheet would compute.</summary>
    public static void Csv(string csv)
    {
        Visible(csv);
        Assert.All(Cells(csv), cell => Assert.False(Regex.IsMatch(cell, "^[\\s\"']*[=+\\-@＝＋－＠]") && !cell.StartsWith('\'') && !Regex.IsMatch(cell, @"^[-+][0-9][0-9,.]*( %)?\z"), $"A cell is a formula: {cell}"));
    }

    /// <summary>Nothing hidden: no control but line feeds, nothing that turns text round.</summary>
    public static void Visible(string text)
    {
        Assert.DoesNotContain(text.EnumerateRunes(), rune => rune.Value != '\n' && Rune.GetUnicodeCategory(rune) is (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse));
    }

    private static int StyleBrackets(string html) => Style().Matches(html).Sum(style => style.Groups[1].Value.Count(letter => letter is '<' or '>'));

    private static IEnumerable<string> Cells(string csv)
    {
        foreach (Match cell in Cell().Matches(csv))
        {
            yield return cell.Groups[1].Success ? cell.Groups[1].Value.Replace("\"\"", "\"", StringComparison.Ordinal) : cell.Groups[2].Value;
        }
    }

    [GeneratedRegex("</?([A-Za-z][A-Za-z0-9]*)((?:\\s+[-a-zA-Z0-9]+=\"[^\"]*\")*\\s*/?)>")]
    private static partial Regex Tag();

    [GeneratedRegex("([-a-zA-Z0-9]+)=\"([^\"]*)\"")]
    private static partial Regex Attribute();

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex("<a id=\"[a-z0-9-]+\"></a>")]
    private static partial Regex Anchor();

    [GeneratedRegex("`[^`\n]+`")]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"(?<!\\)\]\((#[a-z0-9-]+|<https?://[^<>\n|]*>|figures/[a-z0-9-]+\.svg)\)")]
    private static partial Regex OwnLink();

    [GeneratedRegex("(?<=^|,|\n)(?:\"((?:[^\"]|\"\")*)\"|([^,\n\"]*))(?=,|\n|$)")]
    private static partial Regex Cell();
}
