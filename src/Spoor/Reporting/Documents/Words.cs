namespace Spoor.Reporting.Documents;

/// <summary>A run of words of one kind; where the text comes from makes no difference, every output escapes all of it.</summary>
public abstract record Words(string Text)
{
    public static implicit operator Words(string text) => new Plain(text);

    /// <summary>Words that lead to a place of the same document.</summary>
    public static Words To(string anchor, string text) => new Reference(text, anchor) { Whole = text };

    /// <param name="whole">What stands in a table's CSV, where there is room for it.</param>
    public static Words To(string anchor, string text, string whole) => new Reference(text, anchor) { Whole = whole };

    /// <summary>Words that lead to a page of the web, where the address is one of the web; else the words alone.</summary>
    public static Words ToPage(string url, string text) =>
        Uri.TryCreate(url, UriKind.Absolute, out var parsed) && (parsed.Scheme == Uri.UriSchemeHttps || parsed.Scheme == Uri.UriSchemeHttp)
            ? new Link(text, parsed.AbsoluteUri)
            : new Plain(text);

    public sealed record Plain(string Text) : Words(Text);

    public sealed record Strong(string Text) : Words(Text);

    /// <summary>An address, a hash, a command: to be copied as it is.</summary>
    public sealed record Code(string Text) : Words(Text);

    /// <param name="Anchor">The id of a section, a table or a row.</param>
    public sealed record Reference(string Text, string Anchor) : Words(Text)
    {
        public required string Whole { get; init; }
    }

    public sealed record Link : Words
    {
        internal Link(string text, string url)
            : base(text) => Url = url;

        /// <summary>An absolute http or https address.</summary>
        public string Url { get; }
    }
}
