namespace Spoor.Web.Pages.Import;

/// <summary>What somebody says of the files that they send.</summary>
public sealed class ImportChoice
{
    /// <summary>transfers, labels, ledger, or any: told by the content.</summary>
    public string Kind { get; set; } = "any";

    /// <summary>Of files that name none; empty for the format's own.</summary>
    public string Chain { get; set; } = "";

    /// <summary>Of labels that name none; empty for the name of the file.</summary>
    public string Source { get; set; } = "";

    public bool SkipFaulty { get; set; }

    /// <summary>As the route takes it, behind the name.</summary>
    public string Query =>
        $"&kind={Kind}&onError={(SkipFaulty ? "report" : "stop")}"
        + (Chain.Length > 0 ? $"&chain={Uri.EscapeDataString(Chain)}" : "")
        + (Source.Trim().Length > 0 ? $"&source={Uri.EscapeDataString(Source.Trim())}" : "");
}
