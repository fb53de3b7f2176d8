using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Xunit.Sdk;

namespace IntrusiveLists.Tests.Scheduling;

/// <summary>
/// One run of some actors, of which exactly one goes on at a time, as a schedule says.
/// </summary>
/// <remarks>Who has the turn is alone here; the semaphores of the actors order one after the other. So there is no lock.</remarks>
internal sealed class Execution
{
    private const int StepLimit = 10_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Schedule _schedule;
    private readonly Actor[] _actors;
    private readonly List<string> _trace = [];
    private readonly ManualResetEventSlim _ended = new();
    private int _preemptions;
    private Exception? _failure;

    public Execution(Schedule schedule, Actor[] actors, int preemptions)
    {
        _schedule = schedule;
        _actors = actors;
        _preemptions = preemptions;
    }

    /// <summary>Runs the bodies, one for each actor, and then the check.</summary>
    /// <exception cref="ScheduleFailedException">One of them has failed.</exception>
    public void Run(Interleaving interleaving)
    {
        for (int index = 0; index < _actors.Length; index++)
        {
            _actors[index].Prepare(this, interleaving.Bodies[index]);
        }

        _actors[Choose(_actors)].GiveTurn();
        if (!_ended.Wait(Patience))
        {
            throw new ScheduleFailedException(_trace, new TimeoutException("An actor does not come to its next point."));
        }

        try
        {
            if (_failure is null)
            {
                interleaving.Check();
            }
        }
        catch (Exception exception)
        {
            _failure = exception;
        }

        if (_failure is not null)
        {
            throw new ScheduleFailedException(_trace, _failure);
        }
    }

    /// <summary>Lets another actor have the turn, if the schedule says so.</summary>
    public void Pause(Actor actor, string point)
    {
        Record(actor, point);
        Actor next = Next(actor);
        if (next != actor)
        {
            next.GiveTurn();
            actor.AwaitTurn();
            ThrowIfFailed();
        }
    }

    /// <summary>Passes the turn on for good.</summary>
    public void End(Actor actor)
    {
        _trace.Add($"{actor.Number} has ended");
        WakeAll();
        Actor[] others = _actors.Where(other => !other.HasEnded).ToArray();
        if (others.Length == 0)
        {
            _ended.Set();
        }
        else
        {
            others[_failure is null ? Choose(others) : 0].GiveTurn();
        }
    }

    /// <summary>Notes what went wrong first. The other actors come to an end by an exception at their next points.</summary>
    public void Fail(Exception exception) => _failure ??= exception;

    private void Record(Actor actor, string point)
    {
        ThrowIfFailed();
        _trace.Add($"{actor.Number} {point}");
        if (_trace.Count > StepLimit)
        {
            Fail(new XunitException($"There is no end after {StepLimit} steps."));
            ThrowIfFailed();
        }

        // Whoever waits may have waited for what was done up to here.
        if (!actor.IsWaiting)
        {
            WakeAll();
        }
    }

    private Actor Next(Actor actor)
    {
        Actor[] ready = _actors.Where(other => other != actor && !other.HasEnded && !other.IsWaiting).ToArray();
        if (actor.IsWaiting)
        {
            if (ready.Length == 0)
            {
                Fail(new XunitException("Deadlock: everyone who has not ended waits."));
                ThrowIfFailed();
            }

            return ready[Choose(ready)];
        }

        if (_preemptions == 0)
        {
            return actor;
        }

        // Going on comes first: the first schedule is that without any pre-emption.
        int choice = _schedule.Choose(ready.Length + 1);
        if (choice == 0)
        {
            return actor;
        }

        _preemptions--;
        return ready[choice - 1];
    }

    private int Choose(Actor[] ready) => _schedule.Choose(ready.Length);

    private void WakeAll() => Array.ForEach(_actors, actor => actor.IsWaiting = false);

    private void ThrowIfFailed()
    {
        if (_failure is not null)
        {
            throw new OperationCanceledException("Another actor has failed.", _failure);
        }
    }
}
