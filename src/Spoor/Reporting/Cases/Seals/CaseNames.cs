namespace Spoor.Reporting.Cases.Seals;

/// <summary>What the entries of a case file are called.</summary>
public static class CaseNames
{
    public const string Signature = "manifest.sig";
    public const string Readme = "README.txt";
    public const string Transfers = "inputs/transfers/transfers.csv";
    public const string Answers = "inputs/transfers/answers.csv";
    public const string Legs = "inputs/transfers/bridge-legs.jsonl";
    public const string FileLabels = "inputs/labels/from-files.jsonl";
    public const string StoreLabels = "inputs/labels/from-store.jsonl";
    public const string LabelSources = "inputs/labels/sources.jsonl";
    public const string DeskFolder = "inputs/desk/";
    public const string Acts = DeskFolder + "acts.jsonl";
    public const string IncidentFolder = "inputs/incidents/";
    public const string RuleFolder = "rules/";
    public const string ResultFolder = "results/";
    public const string Trace = ResultFolder + "trace.json";
    public const string Links = ResultFolder + "links.json";
    public const string Attribution = ResultFolder + "attribution.json";
    public const string Loss = ResultFolder + "loss.json";
    public const string Figures = ResultFolder + "figures.json";

    public static string OfIncident(string incident, string file) => $"{IncidentFolder}{CaseEntry.PartOf(incident)}/{file}";
}
