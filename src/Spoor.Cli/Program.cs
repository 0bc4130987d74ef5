using System.CommandLine;
using Spoor.Cli.Commands;

return await new RootCommand("spoor") { EvaluateCommand.Create() }.Parse(args).InvokeAsync();
