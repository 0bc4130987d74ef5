using System.Globalization;
using System.Text.Json.Nodes;

namespace Spoor.Reporting.Forms;

/// <summary>An object template of MISP.</summary>
internal sealed record MispTemplate(string Name, string MetaCategory, string Description, string Uuid, int Version)
{
    // Objects and attributes are shared as the event they are in.
    private const string AsTheEvent = "5";

    public Building Begin(Guid uuid, long moment) => new(this, uuid, moment.ToString(CultureInfo.InvariantCulture));

    /// <summary>An object that is being filled.</summary>
    internal sealed class Building(MispTemplate template, Guid uuid, string moment)
    {
        private readonly JsonArray _attributes = [];

        public void Add(MispAttribute attribute) => _attributes.Add(new JsonObject
        {
            ["uuid"] = NameUuid.Of(uuid, attribute.Relation).ToString(),
            ["object_relation"] = attribute.Relation,
            ["type"] = attribute.Type,
            ["category"] = attribute.Category,
            ["value"] = attribute.Value,
            ["to_ids"] = attribute.IsIndicator,
            ["disable_correlation"] = attribute.Relation is not ("address" or "address-crypto" or "transaction-number"),
            ["distribution"] = AsTheEvent,
            ["timestamp"] = moment,
        });

        public JsonObject Done() => new()
        {
            ["uuid"] = uuid.ToString(),
            ["name"] = template.Name,
            ["meta-category"] = template.MetaCategory,
            ["description"] = template.Description,
            ["template_uuid"] = template.Uuid,
            ["template_version"] = template.Version.ToString(CultureInfo.InvariantCulture),
            ["distribution"] = AsTheEvent,
            ["timestamp"] = moment,
            ["Attribute"] = _attributes,
        };
    }
}

/// <summary>A value of an object of MISP.</summary>
/// <param name="IsIndicator">Whether it is to be matched against what a receiver sees.</param>
internal sealed record MispAttribute(string Relation, string Type, string Category, string Value, bool IsIndicator);
