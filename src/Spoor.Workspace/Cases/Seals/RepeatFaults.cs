using System.Text.Json;
using Spoor.Reporting.Cases.Seals;

namespace Spoor.Workspace.Cases.Seals;

/// <summary>Where what was computed again differs from what a case file holds.</summary>
public static class RepeatFaults
{
    /// <param name="hint">A sentence for the reader where another version of the program sealed; else empty.</param>
    public static IEnumerable<CaseFault> Of(SealedCase repeated, OpenedCase opened, string hint)
    {
        var found = opened.Content.ToDictionary(entry => entry.Name, StringComparer.Ordinal);
        foreach (var expected in repeated.Entries.Where(entry => CaseListing.RoleOf(entry.Name) != EntryRole.Note))
        {
            var role = CaseListing.RoleOf(expected.Name);
            if (!found.TryGetValue(expected.Name, out var entry))
            {
                yield return new(ListingFaults.KindOf(role), expected.Name, $"The entry {expected.Name}: the case needs it, the file does not hold it.{hint}") { Expected = expected.Sha256 };
            }
            else if (!entry.Content.Span.SequenceEqual(expected.Content.Span))
            {
                yield return Differing(role, expected, entry, hint);
            }
        }

        var needed = repeated.Entries.Select(entry => entry.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in opened.Content.Where(entry => !needed.Contains(entry.Name)))
        {
            yield return new(ListingFaults.KindOf(CaseListing.RoleOf(entry.Name)), entry.Name, $"The entry {entry.Name}: the results do not rest on it.{hint}") { Found = entry.Sha256 };
        }
    }

    private static CaseFault Differing(EntryRole role, CaseEntry expected, CaseEntry found, string hint)
    {
        var place = role == EntryRole.Results ? PlaceOf(expected, found) : null;
        string text = role switch
        {
            EntryRole.Results => place is null
                ? "it is not written as Spoor writes it."
                : $"at {place.Place} it states {place.Found ?? "nothing"}; the inputs give {place.Expected ?? "nothing"}.",
            EntryRole.Rule => "the table of this program is another.",
            _ => "it holds what the results do not rest on, or in another form than Spoor writes.",
        };
        return new(ListingFaults.KindOf(role), expected.Name, $"The entry {expected.Name}: {text}{hint}")
        {
            Expected = expected.Sha256,
            Found = found.Sha256,
            Place = place?.Place,
        };
    }

    private static JsonDifference? PlaceOf(CaseEntry expected, CaseEntry found)
    {
        try
        {
            return JsonDifference.First(expected.Content, found.Content);
        }
        catch (JsonException)
        {
            return new("", "a JSON document", "something else");
        }
    }
}
