using Spoor.Cli.Commands;
using Spoor.Cli.Output;

return await SpoorCommandLine.RunAsync(args, Terminal.OfProcess());
