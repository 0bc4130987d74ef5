namespace Spoor.Screening.Grounds;

/// <summary>Numbers by the group they belong to, each group in the order in which its members were given.</summary>
internal sealed class Groups
{
    private readonly int[] _starts;
    private readonly int[] _members;

    private Groups(int[] starts, int[] members) => (_starts, _members) = (starts, members);

    public ReadOnlySpan<int> Of(int group) => _members.AsSpan(_starts[group].._starts[group + 1]);

    /// <param name="groupOf">The group of a member; below zero for none. Asked twice for each.</param>
    public static Groups Of(int groups, int members, Func<int, int> groupOf)
    {
        int[] starts = new int[groups + 1];
        for (int member = 0; member < members; member++)
        {
            if (groupOf(member) is >= 0 and var group)
            {
                starts[group + 1]++;
            }
        }

        for (int group = 0; group < groups; group++)
        {
            starts[group + 1] += starts[group];
        }

        int[] grouped = new int[starts[groups]];
        int[] next = [.. starts];
        for (int member = 0; member < members; member++)
        {
            if (groupOf(member) is >= 0 and var group)
            {
                grouped[next[group]++] = member;
            }
        }

        return new(starts, grouped);
    }
}
