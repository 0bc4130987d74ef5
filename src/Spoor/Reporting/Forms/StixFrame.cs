using System.Text.Json.Nodes;
using Spoor.Labels;
using Spoor.Reporting.Cases;
using Spoor.Reporting.Documents;

namespace Spoor.Reporting.Forms;

/// <summary>What all objects of a bundle share: who made them, when, and with whom they may be shared.</summary>
internal sealed class StixFrame
{
    private const string SpecVersion = "2.1";

    private readonly string _case;
    private readonly Tlp _tlp;
    private readonly string _victim;

    public StixFrame(CaseFindings findings)
    {
        _case = findings.Facts.Id;
        _victim = findings.Facts.Victim;
        _tlp = CaseMark.Of(findings);
        Moment = FormMoment.Text(FormMoment.Of(findings));
    }

    /// <summary>Of every object; a bundle made again of the same case is the same.</summary>
    public string Moment { get; }

    public static string Maker => StixIds.Of("identity", "spoor");

    public string Victim => StixIds.Of("identity", _case, "victim");

    /// <summary>A domain object or relationship.</summary>
    /// <param name="names">What tells it from others of its type.</param>
    public JsonObject Object(string type, IReadOnlyList<string> names, JsonObject members)
    {
        var one = new JsonObject
        {
            ["type"] = type,
            ["spec_version"] = SpecVersion,
            ["id"] = StixIds.Of(type, names),
            ["created_by_ref"] = Maker,
            ["created"] = Moment,
            ["modified"] = Moment,
        };
        Move(members, one);
        one["object_marking_refs"] = Marks();
        return one;
    }

    /// <summary>An observable, which has no times of its own.</summary>
    public JsonObject Observable(string type, string id, JsonObject members)
    {
        var one = new JsonObject { ["type"] = type, ["spec_version"] = SpecVersion, ["id"] = id };
        Move(members, one);
        one["object_marking_refs"] = Marks();
        return one;
    }

    public JsonObject Relationship(string kind, string source, string target, int? confidence = null)
    {
        var members = new JsonObject { ["relationship_type"] = kind, ["source_ref"] = source, ["target_ref"] = target };
        if (confidence is { } sure)
        {
            members["confidence"] = sure;
        }

        return Object("relationship", [kind, source, target], members);
    }

    /// <summary>Maker, victim, mark and our extension.</summary>
    public IEnumerable<JsonObject> Common()
    {
        yield return Object("identity", ["spoor"], new() { ["name"] = "Spoor", ["identity_class"] = "system" });
        yield return Object("identity", [_case, "victim"], new() { ["name"] = VisibleText.Of(_victim), ["identity_class"] = "organization" });
        yield return Marking();
        yield return Object("extension-definition", ["exact-amounts"], new()
        {
            ["name"] = "Exact amounts of crypto assets",
            ["description"] = "Accounts by CAIP-10, assets by CAIP-19, and amounts as text in smallest units, which numbers of JSON do not hold.",
            ["schema"] = "On cryptocurrency-wallet: accounts, a list of CAIP-10 texts. On cryptocurrency-transaction: chain, a CAIP-2 text, and movements, a list of objects with kind, "
                + "asset (CAIP-19), from and to (CAIP-10, absent where there is none), amount and tainted (whole numbers of smallest units as text).",
            ["version"] = "1.0",
            ["extension_types"] = new JsonArray("property-extension"),
        });
    }

    private JsonObject Marking()
    {
        string word = TlpText.Of(_tlp);
        return new()
        {
            ["type"] = "marking-definition",
            ["spec_version"] = SpecVersion,
            ["id"] = StixIds.Marking(_tlp),
            ["created"] = "2022-10-01T00:00:00.000Z",
            ["name"] = $"TLP:{word}",
            ["extensions"] = new JsonObject
            {
                [StixIds.TlpExtension] = new JsonObject { ["extension_type"] = "property-extension", ["tlp_2_0"] = word.ToLowerInvariant() },
            },
        };
    }

    private JsonArray Marks() => new(StixIds.Marking(_tlp));

    private static void Move(JsonObject from, JsonObject to)
    {
        foreach (var (name, value) in from.ToList())
        {
            from.Remove(name);
            to[name] = value;
        }
    }
}
