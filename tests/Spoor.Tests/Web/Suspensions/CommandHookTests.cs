using System.Text;
using Spoor.Web.Suspensions;

namespace Spoor.Tests.Web.Suspensions;

public sealed class CommandHookTests
{
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"ask":"state"}""");

    [Fact]
    public async Task A_program_gets_the_request_on_standard_input_and_its_output_is_the_answer()
    {
        var answer = await AskAsync("cat");

        Assert.Equal(Body, Assert.IsType<HookAnswer.Answered>(answer).Body);
    }

    [Fact]
    public async Task A_program_that_fails_or_hangs_has_not_answered()
    {
        Assert.Equal("it ended with exit code 3", Assert.IsType<HookAnswer.Down>(await AskAsync("exit 3")).Why);
        Assert.StartsWith("no answer within", Assert.IsType<HookAnswer.Down>(await AskAsync("cat > /dev/null; sleep 60", seconds: 1)).Why, StringComparison.Ordinal);
        Assert.IsType<HookAnswer.Refused>(await AskAsync("yes"));
    }

    [Fact]
    public async Task A_program_that_is_not_there_has_not_answered()
    {
        var hook = new CommandHook("/no/such/program", [], TimeProvider.System, TimeSpan.FromSeconds(10));

        Assert.IsType<HookAnswer.Down>(await hook.AskAsync("id", Body, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_program_that_does_not_read_may_answer_nevertheless() =>
        Assert.Equal("{}", Encoding.UTF8.GetString(Assert.IsType<HookAnswer.Answered>(await AskAsync("printf {}")).Body));

    private static Task<HookAnswer> AskAsync(string script, int seconds = 30)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the program of this test is a shell");
        return new CommandHook("/bin/sh", ["-c", script], TimeProvider.System, TimeSpan.FromSeconds(seconds)).AskAsync("id", Body, TestContext.Current.CancellationToken);
    }
}
