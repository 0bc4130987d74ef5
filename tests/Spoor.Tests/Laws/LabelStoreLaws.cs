using CsCheck;
using Spoor.Labels;
using Spoor.Storage;
using Spoor.Storage.DuckDb.Labels;
using static Spoor.Tests.Labels.SomeLabels;

namespace Spoor.Tests.Laws;

/// <summary>What is known does not depend on the order or the portions in which it was learned.</summary>
public sealed class LabelStoreLaws
{
    // Few ids and few days, so that most labels are learned more than once.
    private static readonly Gen<(int Id, int Day)[]> Lessons = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 6]).Array[0, 12];

    [Fact]
    public Task Labels_learned_in_any_order_and_portions_count_from_their_earliest_day() =>
        Gen.Select(Lessons, Gen.Int[1, 4]).SampleAsync(HoldsAsync, iter: 30);

    private static async Task<bool> HoldsAsync((int Id, int Day)[] lessons, int portion)
    {
        using var store = DuckDbLabelStore.Open(DataFolder.At(DataFolder.Memory));
        long added = 0;
        foreach (var chunk in lessons.Chunk(portion))
        {
            LabelDelivery delivery = new("", "", "csv") { Labels = [.. chunk.Select(LearnedOn)] };
            added += (await store.AppendAsync([delivery, delivery], null, default)).Sum(receipt => receipt.Added);
        }

        var history = await store.HistoryAsync(default);
        var learned = history.Labels.Select(one => (one.Id, one.Label.Learned)).Order();
        var expected = lessons.Select(LearnedOn).GroupBy(one => one.Id).Select(ofId => (ofId.Key, ofId.Min(one => one.Label.Learned))).Order();
        return learned.SequenceEqual(expected) && added == history.Labels.Count;
    }

    private static RecordedLabel LearnedOn((int Id, int Day) lesson) =>
        (Of(Pivot, Polygon, $"name {lesson.Id}", "heist") with { Learned = Day("2023-09-01").AddDays(lesson.Day) }).As($"{lesson.Id}");
}
