using System.Globalization;
using System.Text;
using Spoor.Tests.Approved;
using Spoor.Tracing.Mixers;
using Spoor.Transfers;

namespace Spoor.Tests.Tracing.Mixers;

/// <summary>How often each heuristic is right where the truth is known.</summary>
public sealed class MeasuredMixerTests
{
    private static readonly ulong[] Seeds = [1, 2, 3, 4, 5];

    [Fact]
    public void The_figures_of_the_page_are_those_that_are_measured()
    {
        string table = Table([.. Seeds.Select(seed => (GeneratedMixer.Of(seed), Links(seed)))]);

        ApprovedText.Check("mixer-measured.txt", table);
        Assert.Contains($"```text\n{table.TrimEnd('\n')}\n```", File.ReadAllText(Repository.File("docs/methods/mixers.md")).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_without_a_habit_is_named_with_more_than_an_even_chance_often()
    {
        var mixer = GeneratedMixer.Of(11);
        var told = mixer.Story.Links(claims: mixer.Claims).Hypotheses.Where(found => found.Method.TiesNotes && found.Odds.ProbabilityPerMillion > 500_000).SelectMany(Edges).Distinct().ToList();

        int wrong = told.Count(edge => !mixer.IsRight(edge.Source, edge.Tx));

        Assert.True(wrong * 10 < told.Count, $"{wrong} of {told.Count} are wrong");
    }

    private static MixerLinks Links(ulong seed)
    {
        var mixer = GeneratedMixer.Of(seed);
        return mixer.Story.Links(claims: mixer.Claims);
    }

    private static string Table(IReadOnlyList<(GeneratedMixer Mixer, MixerLinks Links)> runs)
    {
        var text = new StringBuilder("method           told  right  precision  of their habit  of all  stated  told from 40 %  right  precision\n");
        foreach (var method in MixerMethod.All)
        {
            text.Append(Row(method, [.. runs.SelectMany(run => Told(run.Mixer, run.Links, method))], runs));
        }

        return text.ToString();
    }

    private static string Row(MixerMethod method, IReadOnlyList<Edge> told, IReadOnlyList<(GeneratedMixer Mixer, MixerLinks Links)> runs)
    {
        var right = told.Where(edge => edge.IsRight).ToList();
        var found = right.Select(edge => (edge.Mixer, edge.Tx)).Distinct().ToList();
        var sure = told.Where(edge => edge.ProbabilityPerMillion >= 400_000).ToList();
        int sureRight = sure.Count(edge => edge.IsRight);
        var habit = method == MixerMethod.Volume ? MixerMethod.InOrder : method;
        int withHabit = runs.Sum(run => run.Mixer.Truth.Values.Count(truth => truth.Habit == habit));
        int foundHabit = found.Count(edge => edge.Mixer.Truth[edge.Tx].Habit == habit);
        long stated = told.Count == 0 ? 0 : told.Sum(edge => edge.ProbabilityPerMillion) / told.Count;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{method.Id,-14}  {told.Count,5}  {right.Count,5}  {Share(right.Count, told.Count),9}  {Share(foundHabit, withHabit),14}  {Share(found.Count, runs.Sum(run => run.Mixer.Truth.Count)),6}  {Percent(stated),6}  {sure.Count,14}  {sureRight,5}  {Share(sureRight, sure.Count),9}\n");
    }

    private static IEnumerable<Edge> Told(GeneratedMixer mixer, MixerLinks links, MixerMethod method) =>
        from hypothesis in links.Hypotheses
        where hypothesis.Method == method
        from edge in Edges(hypothesis)
        select new Edge(mixer, edge.Tx, mixer.IsRight(edge.Source, edge.Tx), hypothesis.Odds.ProbabilityPerMillion);

    private static IEnumerable<(Address Source, TxHash Tx)> Edges(MixerHypothesis found) => found.Withdrawals.Select(withdrawal => (found.Source, withdrawal.Tx));

    private static string Share(int part, int whole) => whole == 0 ? "-" : Percent(1_000_000L * part / whole);

    private static string Percent(long perMillion) => string.Create(CultureInfo.InvariantCulture, $"{perMillion / 10_000}.{perMillion / 1_000 % 10} %");

    private sealed record Edge(GeneratedMixer Mixer, TxHash Tx, bool IsRight, long ProbabilityPerMillion);
}
