using Spoor.Attribution;
using Spoor.Cli.Output;
using Spoor.Reporting;

namespace Spoor.Cli.Links;

/// <summary>A search for links as text: the answer first, then every link with its two sides and its checks.</summary>
internal static class LinkText
{
    private const int MostListed = 20;

    public static void Write(Terminal terminal, LinkReport report, bool all)
    {
        terminal.Heading(LinkSentences.Headline(report));
        foreach (var link in report.Of(LinkStanding.Claimed))
        {
            LinkBlock.Write(terminal, link);
        }

        WriteOthers(terminal, "Candidates, not claimed", [.. report.Of(LinkStanding.Candidate)], all);
        WriteOthers(terminal, "Refuted", [.. report.Of(LinkStanding.Refuted)], all);
        WriteRoutes(terminal, report);
        terminal.Line();
        terminal.Prose(LinkSentences.Compared(report));
        terminal.Prose(LinkSentences.Ground(report));
    }

    private static void WriteOthers(Terminal terminal, string title, IReadOnlyList<Link> links, bool all)
    {
        if (links.Count == 0)
        {
            return;
        }

        if (all)
        {
            terminal.Line();
            terminal.Heading($"{title}: {links.Count}");
            links.ToList().ForEach(link => LinkBlock.Write(terminal, link));
            return;
        }

        terminal.Line();
        terminal.Heading($"{title}: {links.Count}");
        terminal.WrappedTable(
            ["Incident", "Kind", "What is shared", "~Why"],
            links.Take(MostListed).Select(link => (IReadOnlyList<string>)[link.There.Case, LinkSentences.Kind(link.Kind), LinkSentences.InShort(link.PivotText), link.Verdict]));
        if (links.Count > MostListed)
        {
            terminal.Prose($"… and {Counted.Of(links.Count - MostListed)} more; --all shows all with their checks, --json for programs.");
        }
    }

    /// <summary>Incidents that are tied to it only through others.</summary>
    public static void WriteRoutes(Terminal terminal, LinkReport report)
    {
        if (report.Routes.Count == 0)
        {
            return;
        }

        terminal.Line();
        terminal.Heading("Over other incidents");
        foreach (var route in report.Routes)
        {
            terminal.Line($"  path: {string.Join(" – ", route.Cases)}");
            terminal.Prose($"{route.Cases[0]} and {route.Cases[^1]} share nothing that was found; each is linked to {string.Join(", ", route.Cases.Skip(1).SkipLast(1))}.");
        }
    }
}
