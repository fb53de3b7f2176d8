using System;
using System.Linq;

namespace IntrusiveLists.Tests.Scheduling;

/// <summary>Runs threads under every schedule.</summary>
internal static class Explorer
{
    /// <summary>Runs threads under every schedule that takes the turn from a thread that could go on no more often than given. O(steps to the power of that).</summary>
    /// <param name="create">Makes the data for one run.</param>
    /// <param name="preemptions">How often.</param>
    /// <returns>How many schedules there are.</returns>
    /// <exception cref="ScheduleFailedException">Something went wrong, under the schedule in the message.</exception>
    public static int Run(Func<Interleaving> create, int preemptions = 2)
    {
        var schedule = new Schedule();
        Actor[] actors = [];
        int count = 0;
        try
        {
            do
            {
                Interleaving interleaving = create();
                actors = actors.Length == 0 ? Enumerable.Range(0, interleaving.Bodies.Length).Select(number => new Actor(number)).ToArray() : actors;
                new Execution(schedule, actors, preemptions).Run(interleaving);
                count++;
            }
            while (schedule.MoveNext());
        }
        finally
        {
            Array.ForEach(actors, actor => actor.Dispose());
        }

        return count;
    }
}
