using System.Globalization;
using Spoor.Labels;
using Spoor.Transfers;

namespace Spoor.Reporting;

/// <summary>Labels as a TagPack of GraphSense; read again, they are the same labels.</summary>
/// <remarks>
/// What all tags share stands once, in the header. What a TagPack has no key for – the day a label was learned, its TLP
/// mark, an author other than the pack's, whom its source repeats – goes into the context of the tag, under <c>spoor</c>.
/// </remarks>
public static class TagPackText
{
    private static readonly string[] Keys =
    [
        "address", "tx_hash", "label", "network", "currency", "source", "category", "abuse", "concepts", "actor", "confidence",
        "is_cluster_definer", "lastmod", "tag_type", "context",
    ];

    /// <param name="creator">Who is named as having made the pack where the labels have several authors or none.</param>
    /// <param name="lineage">Whom the sources repeat.</param>
    /// <exception cref="FormatException">There are no labels: a TagPack without tags is none.</exception>
    public static void Write(TextWriter output, IReadOnlyList<Label> labels, string title, string creator, SourceLineage lineage)
    {
        if (labels.Count == 0)
        {
            throw new FormatException("Expected at least one label for a TagPack, found none.");
        }

        string author = labels[0].Author.Length > 0 && labels.All(label => label.Author == labels[0].Author) ? labels[0].Author : creator;
        List<Dictionary<string, string>> tags = [.. Ordered(labels).Select(label => TagOf(label, author, lineage.OriginsOf(label.Source)))];
        var shared = Keys.Where(key => tags.TrueForAll(tag => tag.GetValueOrDefault(key) is { } value && value == tags[0][key])).ToHashSet();
        Line(output, "", "title", YamlScalar.Of(title));
        Line(output, "", "creator", YamlScalar.Of(author));
        foreach (string key in Keys.Where(shared.Contains))
        {
            Line(output, "", key, tags[0][key]);
        }

        output.Write("tags:\n");
        foreach (var tag in tags)
        {
            Write(output, tag, shared);
        }
    }

    // By what the file shows, so that the same labels give the same file in whatever order they come.
    private static IEnumerable<Label> Ordered(IEnumerable<Label> labels) => labels
        .OrderBy(label => label.Subject.ToString(), StringComparer.Ordinal)
        .ThenBy(label => label.Name, StringComparer.Ordinal)
        .ThenBy(label => label.Source, StringComparer.Ordinal)
        .ThenBy(LabelIdentity.Of, StringComparer.Ordinal)
        .ThenBy(label => label.Learned);

    private static void Write(TextWriter output, Dictionary<string, string> tag, HashSet<string> shared)
    {
        string indent = "- ";
        foreach (string key in Keys.Where(key => tag.ContainsKey(key) && !shared.Contains(key)))
        {
            Line(output, indent, key, tag[key]);
            indent = "  ";
        }

        // Every field of the only tag may be shared; an entry must still be there.
        if (indent == "- ")
        {
            Line(output, indent, "label", tag["label"]);
        }
    }

    private static Dictionary<string, string> TagOf(Label label, string creator, IReadOnlyList<string> origins)
    {
        var tag = new Dictionary<string, string>(StringComparer.Ordinal);
        AddSubject(tag, label);
        Add(tag, "label", label.Name);
        Add(tag, "source", label.Source);
        Add(tag, "category", label.Category);
        Add(tag, "abuse", label.Abuse);
        Add(tag, "actor", label.Actor ?? "");
        tag["confidence"] = label.Confidence.Id;
        if (label.Concepts.Count > 0)
        {
            tag["concepts"] = $"[{string.Join(", ", label.Concepts.Select(YamlScalar.Of))}]";
        }

        if (label.IsClusterDefiner)
        {
            tag["is_cluster_definer"] = "true";
        }

        if (label.Observed is { } day)
        {
            tag["lastmod"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        var (context, tagType) = TagPackExtras.Pack(label, creator, origins);
        Add(tag, "tag_type", tagType);
        Add(tag, "context", context);
        return tag;
    }

    private static void AddSubject(Dictionary<string, string> tag, Label label)
    {
        string network = label.Subject switch
        {
            LabelSubject.OfAddress account => NetworkOf(account.Chain ?? AddressText.HomeOf(account.Address.Kind)),
            LabelSubject.OfTransaction transaction => NetworkOf(transaction.Chain),
            LabelSubject.Unread unread => unread.Network,
            _ => throw new ArgumentOutOfRangeException(nameof(label), label.Subject, "A subject of a new kind."),
        };

        switch (label.Subject)
        {
            case LabelSubject.OfAddress account:
                tag["address"] = YamlScalar.Quoted(AddressText.Render(account.Chain ?? AddressText.HomeOf(account.Address.Kind), account.Address));
                break;
            case LabelSubject.OfTransaction transaction:
                tag["tx_hash"] = YamlScalar.Quoted(transaction.Tx.Render(transaction.Chain));
                break;
            case LabelSubject.Unread unread:
                tag["address"] = YamlScalar.Quoted(unread.Text);
                break;
        }

        Add(tag, "network", network);
        Add(tag, "currency", label.Currency.Length > 0 ? label.Currency : network);
    }

    // The short name that packs use, ETH or BTC; the CAIP-2 name of a chain that has none.
    private static string NetworkOf(ChainId chain) => ChainRegistry.Get(chain) is { Aliases: [var symbol, ..] } ? symbol.ToUpperInvariant() : chain.Value;

    private static void Add(Dictionary<string, string> tag, string key, string value)
    {
        if (value.Length > 0)
        {
            tag[key] = YamlScalar.Of(value);
        }
    }

    private static void Line(TextWriter output, string indent, string key, string value) => output.Write($"{indent}{key}: {value}\n");
}
