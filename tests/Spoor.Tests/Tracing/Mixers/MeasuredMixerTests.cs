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

        int wrong = told.Count(edge => mixer.Truth[edge.Tx].Source != edge.Source);

        Assert.True(wrong * 10 < told.Count, $"{wrong} of {told.Count} are wrong");
    }

    private static MixerLinks Links(ulong seed)
    {
        var mixer = GeneratedMixer.Of(seed);
        return mixer.Story.Links(claims: mixer.Claims);
    }

    private static string Table(IReadOnlyList<(GeneratedMixer Mixer, MixerLinks Links)> runs)
    {
        var text = new StringBuilder("method          withdrawals told  right  precision  of their habit  of all  stated\n");
        foreach (var method in MixerMethod.All)
        {
            var told = runs.SelectMany(run => run.Links.Hypotheses.Where(found => found.Method == method)
                .SelectMany(found => Edges(found).Select(edge => (run.Mixer.Truth, edge.Source, edge.Tx, found.Odds.ProbabilityPerMillion)))).ToList();
            int right = told.Count(edge => edge.Truth[edge.Tx].Source == edge.Source);
            var found = told.Where(edge => edge.Truth[edge.Tx].Source == edge.Source).Select(edge => (edge.Truth, edge.Tx)).Distinct().ToList();
            var habit = method == MixerMethod.Volume ? MixerMethod.InOrder : method == MixerMethod.OtherPool ? MixerMethod.AddressMatch : method;
            int withHabit = runs.Sum(run => run.Mixer.Truth.Values.Count(truth => truth.Habit == habit));
            int foundHabit = found.Count(edge => edge.Truth[edge.Tx].Habit == habit);
            long stated = told.Count == 0 ? 0 : told.Sum(edge => edge.ProbabilityPerMillion) / told.Count;
            text.Append(string.Create(
                CultureInfo.InvariantCulture,
                $"{method.Id,-14}  {told.Count,16}  {right,5}  {Share(right, told.Count),9}  {Share(foundHabit, withHabit),14}  {Share(found.Count, runs.Sum(run => run.Mixer.Truth.Count)),6}  {Percent(stated),6}\n"));
        }

        return text.ToString();
    }

    private static IEnumerable<(Address Source, TxHash Tx)> Edges(MixerHypothesis found) => found.Withdrawals.Select(withdrawal => (found.Source, withdrawal.Tx));

    private static string Share(int part, int whole) => whole == 0 ? "-" : Percent(1_000_000L * part / whole);

    private static string Percent(long perMillion) => string.Create(CultureInfo.InvariantCulture, $"{perMillion / 10_000}.{perMillion / 1_000 % 10} %");
}
