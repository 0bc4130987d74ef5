using System.CommandLine;
using System.CommandLine.Completions;
using System.Text.Json;

namespace Spoor.Cli.Mcp;

/// <summary>One value that a tool takes: an argument or an option of its verb.</summary>
internal sealed record ToolInput(string Name, string Description, Type Type, bool IsOption, bool IsRequired, IReadOnlyList<string> Choices)
{
    private const int LongestText = 500;
    private const int MostTexts = 100;

    public bool IsSwitch => Type == typeof(bool);

    public bool IsNumber => (Nullable.GetUnderlyingType(Type) ?? Type) is var type && (type == typeof(int) || type == typeof(long));

    public bool IsMany => Type.IsArray;

    // The id of an incident could as well be the path of a folder: not here.
    private bool IsId => Name is "incident" or "against";

    public static ToolInput Of(Argument argument) =>
        new(NameOf(argument.Name), argument.Description ?? "", argument.ValueType, false, argument.Arity.MinimumNumberOfValues > 0, []);

    public static ToolInput Of(Option option) => new(
        NameOf(option.Name),
        option.Description ?? "",
        option.ValueType,
        true,
        option.Required,
        option.ValueType == typeof(bool) ? [] : [.. option.GetCompletions(CompletionContext.Empty).Select(choice => choice.Label)]);

    /// <summary>The words of the command line for a value of a call.</summary>
    /// <remarks>Name and value are one word, so that no value can be taken for an option.</remarks>
    public IEnumerable<string> OptionWords(JsonElement value)
    {
        string option = $"--{Name.Replace('_', '-')}";
        return IsSwitch
            ? value.ValueKind switch
            {
                JsonValueKind.True => [option],
                JsonValueKind.False => [],
                _ => throw Unexpected("true or false", value),
            }
            : Texts(value).Select(text => $"{option}={text}");
    }

    /// <summary>The texts of a value of a call.</summary>
    /// <exception cref="FormatException">It is not of the kind that the tool takes.</exception>
    public IEnumerable<string> Texts(JsonElement value)
    {
        if (IsMany && value.ValueKind == JsonValueKind.Array)
        {
            return value.GetArrayLength() <= MostTexts
                ? [.. value.EnumerateArray().Select(Text)]
                : throw new FormatException($"{Name}: expected at most {MostTexts} values, found {value.GetArrayLength()}.");
        }

        return [Text(value)];
    }

    public IEnumerable<string> Missing() => IsRequired ? throw new FormatException($"{Name}: expected a value, found none.") : [];

    private string Text(JsonElement value)
    {
        string text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Number when IsNumber && value.TryGetInt64(out long _) => value.GetRawText(),
            _ => throw Unexpected(IsNumber ? "a whole number" : "a text", value),
        };
        if (text.Length is 0 or > LongestText || text.Any(char.IsControl))
        {
            throw new FormatException($"{Name}: expected 1 to {LongestText} characters without control characters.");
        }

        return IsId && text.AsSpan().ContainsAny('/', '\\', '.')
            ? throw new FormatException($"{Name}: expected the id of an incident, such as coinex-2023, found '{text}'. Folders are not read for clients.")
            : text;
    }

    private FormatException Unexpected(string expected, JsonElement found) => new($"{Name}: expected {expected}, found {found.ValueKind}.");

    private static string NameOf(string name) =>
        new([.. name.TrimStart('-').Split('|')[0].ToLowerInvariant().Select(sign => char.IsAsciiLetterOrDigit(sign) ? sign : '_')]);
}
