using Spoor.Transfers;

namespace Spoor.Chains.Nodes;

/// <summary>Asks for the head again and again until it is another block.</summary>
internal static class HeadPolling
{
    /// <param name="known">The head that is known.</param>
    /// <param name="ask">Asks for the head.</param>
    /// <param name="rest">Between two questions; is told how often in a row the head was the same before.</param>
    public static async Task<NodeHead> UntilOtherAsync(BlockHeader known, Func<Task<NodeHead>> ask, Func<int, Task> rest)
    {
        for (int unchanged = 0; ; unchanged++)
        {
            var head = await ask();
            if (head.Latest.Hash != known.Hash)
            {
                return head;
            }

            await rest(unchanged);
        }
    }
}
