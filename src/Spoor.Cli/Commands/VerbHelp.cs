using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Spoor.Cli.Commands;

/// <summary>The usual help with examples after it, and for the program itself what its exit codes mean.</summary>
internal sealed class VerbHelp(HelpAction usual, IReadOnlyList<Verb> verbs) : SynchronousCommandLineAction
{
    private const string ExitCodes = """
        Exit codes:
          0    done
          1    done, and there is nothing: no such theft, nothing received, not confirmed
          2    the command line, or a file it names, is not right
          3    the data folder is missing, in use, of a newer Spoor, or cannot be written
          4    an error in Spoor itself
          5    a node does not answer, serves another chain, contradicts itself, or left the branch that is kept too deep
          130  interrupted

        Results go to standard output, progress and messages to standard error. Documentation: docs/cli.md
        """;

    public override bool ClearsParseErrors => usual.ClearsParseErrors;

    public override int Invoke(ParseResult parseResult)
    {
        int code = usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        var command = parseResult.CommandResult.Command;
        var verb = verbs.FirstOrDefault(verb => verb.Command == command);
        if (verb is not null)
        {
            output.WriteLine("Examples:");
            verb.Examples.ToList().ForEach(example => output.WriteLine($"  {example}"));
        }
        else
        {
            output.WriteLine(ExitCodes.ReplaceLineEndings("\n"));
        }

        return code;
    }
}
