using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Spoor.Chains.Files;

/// <summary>A small YAML file from outside, read with limits.</summary>
internal static class YamlFile
{
    private const int MostDepth = 10;

    /// <summary>The mapping at its top; null, with a fault noted, when it is not a file of that kind.</summary>
    public static YamlMappingNode? Read(string file, TextReader text, FileNotes notes, int mostCharacters = 1 << 20)
    {
        char[] buffer = new char[mostCharacters + 1];
        int length = text.ReadBlock(buffer);
        if (length > mostCharacters)
        {
            notes.Fault(file, 1, $"expected at most {mostCharacters} characters, found more.");
            return null;
        }

        string whole = new(buffer, 0, length);
        try
        {
            return IsFlat(file, whole, notes) ? Top(file, whole, notes) : null;
        }
        catch (YamlException failure)
        {
            string reason = (failure.InnerException ?? failure).Message;
            notes.Fault(file, failure.Start.Line, $"expected YAML, found a place that is not: {reason}");
            return null;
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet 18.1.0 ends so where a bracket is opened and the next line is less indented; it names no place.
            notes.Fault(file, 1, "expected YAML, found brackets or quotes that are not closed.");
            return null;
        }
    }

    // Loading nodes recurses and repeats what an alias names: a hostile file could end the process or fill its memory.
    private static bool IsFlat(string file, string whole, FileNotes notes)
    {
        var parser = new Parser(new StringReader(whole));
        int depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current switch { MappingStart or SequenceStart => 1, MappingEnd or SequenceEnd => -1, _ => 0 };
            string? refused = depth > MostDepth ? $"a depth of at most {MostDepth}"
                : parser.Current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false } ? "no anchors and no aliases" : null;
            if (refused is not null)
            {
                notes.Fault(file, parser.Current!.Start.Line, $"expected {refused}, found more.");
                return false;
            }
        }

        return true;
    }

    private static YamlMappingNode? Top(string file, string whole, FileNotes notes)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(whole));
        if (stream.Documents is [{ RootNode: YamlMappingNode top }])
        {
            return top;
        }

        notes.Fault(file, 1, $"expected one document of keys and values, found {(stream.Documents.Count == 1 ? "something else" : $"{stream.Documents.Count} documents")}.");
        return null;
    }
}
