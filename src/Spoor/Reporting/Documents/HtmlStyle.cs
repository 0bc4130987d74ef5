namespace Spoor.Reporting.Documents;

/// <summary>How a page looks: on a screen, light or dark, and on paper.</summary>
internal static class HtmlStyle
{
    /// <summary>Contrasts are 4.5 to 1 at least (WCAG 2.2, 1.4.3), on both papers.</summary>
    public static string Css { get; } = Text.ReplaceLineEndings("\n").Trim() + "\n";

    private const string Text = """
        :root{color-scheme:light dark;--paper:#fff;--ink:#1a1a1a;--faint:#595959;--rule:#cfd4da;--link:#1b4f99;--warn:#8a2f12;--shade:#f4f6f8}
        @media (prefers-color-scheme:dark){:root{--paper:#16181c;--ink:#ececec;--faint:#a8adb5;--rule:#3d434b;--link:#8ab8f2;--warn:#f5a487;--shade:#1f2329}}
        *{box-sizing:border-box}
        body{margin:0 auto;max-width:80rem;padding:1.5rem;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,sans-serif;overflow-wrap:anywhere}
        h1{font-size:1.9rem;line-height:1.2;margin:.5rem 0}h2{font-size:1.4rem;margin:2.2rem 0 .6rem;border-bottom:1px solid var(--rule)}h3{font-size:1.1rem;margin:1.5rem 0 .4rem}
        p,li{max-width:48rem}.subtitle,figcaption{color:var(--faint)}
        a{color:var(--link)}a:focus-visible,.scroll:focus-visible{outline:3px solid var(--link);outline-offset:2px}
        .skip{position:absolute;left:-100rem}.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem;z-index:1}
        nav ol{columns:2 20rem;column-gap:2.5rem;padding-left:1.9rem}
        .warning{border-left:.3rem solid var(--warn);padding:.5rem .8rem;background:var(--shade)}
        .scroll{overflow-x:auto;margin:.8rem 0}
        table{border-collapse:collapse;font-size:.875rem;min-width:60%}
        caption{text-align:left;font-weight:600;padding:.3rem 0}
        th,td{border-bottom:1px solid var(--rule);padding:.3rem .6rem;text-align:left;vertical-align:top}
        thead th{background:var(--shade)}tbody th{font-weight:400}
        th,td{overflow-wrap:break-word;max-width:26rem}thead th,.whole{overflow-wrap:normal}.whole,td a{white-space:nowrap}
        .long{overflow-wrap:anywhere;min-width:12rem}.long a{white-space:normal}
        .number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
        code{font-family:ui-monospace,monospace;font-size:.92em}
        tr:target,section:target>h2{outline:3px solid var(--link)}
        figure{margin:1rem 0}svg{height:auto;max-width:none}
        @page{size:A4;margin:18mm 15mm}
        @media print{
        :root{color-scheme:light;--paper:#fff;--ink:#000;--faint:#444;--rule:#999;--link:#000;--warn:#000;--shade:#f4f4f4}
        body{max-width:none;padding:0;font-size:10pt}.skip,nav{display:none}
        h2,h3,caption{break-after:avoid}tr,figure,.warning{break-inside:avoid}thead{display:table-header-group}
        .scroll{overflow:visible}svg{max-width:100%}table{font-size:7pt}th,td{padding:.15rem .35rem}.long{min-width:8rem}a{text-decoration:none}
        }
        """;
}
