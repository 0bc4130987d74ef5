using System.Xml.Linq;
using Spoor.Reporting;

namespace Spoor.Tests.Reporting;

public sealed class SvgTextTests
{
    private const string Hostile = "</text><script>alert(\"1\")</script> & \u0007\u0000 ]]>";

    [Fact]
    public void A_figure_is_well_formed_whatever_its_texts_hold()
    {
        var figure = new Drawing(100, 50, Hostile, Hostile);
        figure.Text("a", 1, 2, "start", Hostile);

        var parsed = XDocument.Parse(SvgText.Of(figure)).Root!;

        Assert.DoesNotContain(parsed.Descendants(), element => element.Name.LocalName == "script");
        Assert.Contains("<script>alert", parsed.Elements().Single(element => element.Name.LocalName == "text").Value, StringComparison.Ordinal);
        Assert.Equal(["title", "desc"], parsed.Elements().Take(2).Select(element => element.Name.LocalName));
    }

    [Fact]
    public void Numbers_have_a_point_and_one_decimal()
    {
        var figure = new Drawing(100, 50, "t", "d");
        figure.Rectangle("bar", 1.25m, -0.04m, 1m / 3, 7);
        figure.Line("axis", 0, 0, 1000.55m, 2);

        Assert.Contains("<rect class=\"bar\" x=\"1.3\" y=\"0\" width=\"0.3\" height=\"7\"/>", SvgText.Of(figure), StringComparison.Ordinal);
        Assert.Contains("x2=\"1000.6\"", SvgText.Of(figure), StringComparison.Ordinal);
    }
}
