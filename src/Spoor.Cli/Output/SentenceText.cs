using System.Text;

namespace Spoor.Cli.Output;

/// <summary>Sentences of a page of text, one below the other.</summary>
internal static class SentenceText
{
    private const int Letters = 116;

    /// <summary>A sentence broken at words, the lines after the first set in.</summary>
    public static void Sentence(this Terminal terminal, string text)
    {
        var line = new StringBuilder("  ");
        foreach (string word in text.Split(' '))
        {
            if (line.Length + word.Length > Letters && line.ToString().Trim().Length > 0)
            {
                terminal.Line(line.ToString().TrimEnd());
                line.Clear().Append("    ");
            }

            line.Append(word).Append(' ');
        }

        terminal.Line(line.ToString().TrimEnd());
    }
}
