using System.Buffers.Text;
using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Reporting.Flows.Views;

/// <summary>A view as a part of a link: its version, then its bytes as base64url.</summary>
/// <remarks>A link comes from anywhere: everything is limited, and only the one text that a view has is read.</remarks>
public static class FlowViewText
{
    /// <summary>Longer links are refused by servers and cut by messengers.</summary>
    public const int MaxLetters = 6_000;

    private const char Version = '1';
    private const int MaxChains = 64;
    private const int MaxName = 200;

    /// <summary>The text of a view; the same view gives the same text. Null where it would be too long for a link.</summary>
    public static string? Of(FlowView view)
    {
        var chains = ChainsOf(view);
        var writer = new ViewWriter(chains);
        writer.Text(view.Rule.Name);
        writer.Text(view.Asset?.ToString() ?? "");
        writer.Number(view.Boxes);
        writer.Number(chains.Count);
        chains.ForEach(chain => writer.Text(chain.Value));
        foreach (var places in new[] { view.Shown, view.Folded, view.Hidden, view.Through, view.StopAt, view.Selected })
        {
            writer.Number(places.Count);
            places.ToList().ForEach(writer.Place);
        }

        writer.Number(view.Pinned.Count);
        foreach (var (place, (x, y)) in view.Pinned)
        {
            writer.Place(place);
            writer.Number(x);
            writer.Number(y);
        }

        writer.Number(view.Notes.Count);
        foreach (var (place, note) in view.Notes)
        {
            writer.Place(place);
            writer.Text(note);
        }

        string text = $"{Version}{Base64Url.EncodeToString(writer.Written)}";
        return text.Length <= MaxLetters ? text : null;
    }

    /// <exception cref="FormatException">It is not the text of a view.</exception>
    public static FlowView Parse(string text)
    {
        if (text.Length is 0 or > MaxLetters || text[0] != Version)
        {
            throw new FormatException($"v: expected the view of a link, at most {MaxLetters} letters that begin with {Version}, found {text.Length}.");
        }

        var view = Read(new(BytesOf(text)));

        // One view has one text: nothing is hidden behind what was read.
        return Of(view) == text ? view : throw Refused("its own order, each place once, and no more after it");
    }

    private static FlowView Read(ViewReader reader)
    {
        string rule = reader.Text(MaxName);
        string asset = reader.Text(MaxName);
        var view = new FlowView
        {
            Rule = TaintRule.Find(rule),
            Asset = asset.Length == 0 ? null : AssetId.Parse(asset),
            Boxes = reader.Number(FlowView.MaxBoxes) is > 0 and var boxes ? boxes : throw Refused("one box at least"),
        };
        reader.Chains = [.. reader.Many(MaxChains, () => ChainId.Parse(reader.Text(MaxName)))];
        view = view with
        {
            Shown = [.. reader.Many(FlowView.MaxPlaces, reader.Place)],
            Folded = [.. reader.Many(FlowView.MaxPlaces, reader.Place)],
            Hidden = [.. reader.Many(FlowView.MaxPlaces, reader.Place)],
            Through = [.. reader.Many(FlowView.MaxStops, reader.Place)],
            StopAt = [.. reader.Many(FlowView.MaxStops, reader.Place)],
            Selected = [.. reader.Many(FlowView.MaxPlaces, reader.Place)],
        };
        foreach (var (place, x, y) in reader.Many(FlowView.MaxPlaces, () => (reader.Place(), reader.Number(FlowView.MaxPixel), reader.Number(FlowView.MaxPixel))))
        {
            view = view.Pin(place, x, y);
        }

        foreach (var (place, note) in reader.Many(FlowView.MaxNotes, () => (reader.Place(), reader.Text(FlowView.MaxNote * 4))))
        {
            view = view.Note(place, note);
        }

        reader.End();
        return view;
    }

    internal static FormatException Refused(string expected) => new($"v: this is not the view of a link; expected {expected}.");

    private static byte[] BytesOf(string text)
    {
        byte[] bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        return Base64Url.IsValid(text.AsSpan(1)) && Base64Url.TryDecodeFromChars(text.AsSpan(1), bytes, out int written)
            ? bytes[..written]
            : throw Refused("letters, digits, - and _");
    }

    private static List<ChainId> ChainsOf(FlowView view) =>
    [
        .. new[] { view.Shown, view.Folded, view.Hidden, view.Through, view.StopAt, view.Selected }.SelectMany(places => places)
            .Concat(view.Pinned.Keys).Concat(view.Notes.Keys)
            .Select(place => place.Chain).Distinct().Order(),
    ];
}
