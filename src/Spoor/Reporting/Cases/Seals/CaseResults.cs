namespace Spoor.Reporting.Cases.Seals;

/// <summary>The findings of a case as the documents that verbs write, and its headline figures.</summary>
public static class CaseResults
{
    /// <summary>In order of name.</summary>
    public static IReadOnlyList<CaseEntry> Of(CaseFindings findings)
    {
        var labels = findings.Inputs.LabelFiles;
        var prices = findings.Inputs.PriceFiles;
        return
        [
            Written(CaseNames.Attribution, output => AssessmentJson.Write(findings.Attribution, output, labels)),
            Written(CaseNames.Figures, output => Write(findings, output)),
            Written(CaseNames.Links, output => LinksJson.Write(findings.Links, true, output, labels)),
            Written(CaseNames.Loss, output => LossJson.Write(findings.Loss, prices, output)),
            Written(CaseNames.Trace, output => TraceJson.Write(findings.Trace, findings.Bounds, findings.Whereabouts, output, labels)),
        ];
    }

    private static void Write(CaseFindings findings, Stream output) => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", "figures/1");
        json.WriteString("incident", findings.Facts.Id);
        json.WriteObjects("figures", CaseFigures.Of(findings), figure =>
        {
            json.WriteString("name", figure.Name);
            json.WriteString("value", figure.Value);
            json.WriteString("unit", figure.Unit);
            json.WriteStartArray("restsOn");
            figure.RestsOn.ToList().ForEach(json.WriteStringValue);
            json.WriteEndArray();
        });
    });

    private static CaseEntry Written(string name, Action<Stream> write)
    {
        using var bytes = new MemoryStream();
        write(bytes);
        return new(name, bytes.ToArray());
    }
}
