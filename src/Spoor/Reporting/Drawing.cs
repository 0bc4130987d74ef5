namespace Spoor.Reporting;

/// <summary>A figure as shapes, before it is SVG or part of a page; lengths are CSS pixels from the upper left corner.</summary>
/// <param name="title">What a screen reader calls the figure.</param>
/// <param name="description">What it reads out in its place.</param>
public sealed class Drawing(int width, int height, string title, string description)
{
    private readonly List<Shape> _shapes = [new Shape.Rectangle("paper", 0, 0, width, height)];

    public int Width => width;

    public int Height => height;

    public string Title => title;

    public string Description => description;

    /// <summary>In the order in which they are drawn, the paper first.</summary>
    public IReadOnlyList<Shape> Shapes => _shapes;

    public void Rectangle(string style, decimal x, decimal y, decimal width, decimal height) => _shapes.Add(new Shape.Rectangle(style, x, y, width, height));

    public void Line(string style, decimal x1, decimal y1, decimal x2, decimal y2) => _shapes.Add(new Shape.Line(style, x1, y1, x2, y2));

    /// <param name="y">Of the base line.</param>
    /// <param name="anchor">Which end of the text is at <paramref name="x"/>: <c>start</c>, <c>middle</c> or <c>end</c>.</param>
    public void Text(string style, decimal x, decimal y, string anchor, string text) => _shapes.Add(new Shape.Text(style, x, y, anchor, text));

    /// <summary>A closed shape with straight sides.</summary>
    public void Polygon(string style, params IReadOnlyList<(decimal X, decimal Y)> corners) => _shapes.Add(new Shape.Polygon(style, corners));

    /// <summary>A band from left to right that leaves and arrives level.</summary>
    /// <param name="points">What it passes through, from left to right.</param>
    public void Band(string style, decimal width, params IReadOnlyList<(decimal X, decimal Y)> points) => _shapes.Add(new Shape.Band(style, width, points));
}

/// <summary>A part of a drawing; its style names its colours.</summary>
public abstract record Shape
{
    private Shape()
    {
    }

    public sealed record Rectangle(string Style, decimal X, decimal Y, decimal Width, decimal Height) : Shape;

    public sealed record Line(string Style, decimal X1, decimal Y1, decimal X2, decimal Y2) : Shape;

    public sealed record Text(string Style, decimal X, decimal Y, string Anchor, string Content) : Shape;

    public sealed record Polygon(string Style, IReadOnlyList<(decimal X, decimal Y)> Corners) : Shape;

    public sealed record Band(string Style, decimal Width, IReadOnlyList<(decimal X, decimal Y)> Points) : Shape;
}
