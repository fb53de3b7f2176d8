using System;
using System.Threading;

namespace IntrusiveLists.Tests.Scheduling;

/// <summary>A thread that goes on only when it is its turn. It serves one run after the other.</summary>
internal sealed class Actor : IDisposable
{
    [ThreadStatic]
    private static Actor? _current;

    private readonly SemaphoreSlim _turn = new(0);
    private readonly Thread _thread;
    private Execution? _execution;
    private Action? _body;

    public Actor(int number)
    {
        Number = number;
        _thread = new Thread(Serve) { IsBackground = true, Name = $"Actor {number}" };
        _thread.Start();
    }

    /// <summary>Gets the actor that this thread is, if any.</summary>
    public static Actor? Current => _current;

    public int Number { get; }

    /// <summary>Gets or sets whether it waits for something that another one has to do.</summary>
    public bool IsWaiting { get; set; }

    public bool HasEnded { get; private set; }

    /// <summary>Gives it something to do when its turn comes.</summary>
    public void Prepare(Execution execution, Action body)
    {
        _execution = execution;
        _body = body;
        IsWaiting = false;
        HasEnded = false;
    }

    public void GiveTurn() => _turn.Release();

    public void AwaitTurn() => _turn.Wait();

    public void Yield(string point) => _execution!.Pause(this, point);

    public void Wait()
    {
        IsWaiting = true;
        _execution!.Pause(this, "waiting");
    }

    public void Dispose()
    {
        _body = null;
        GiveTurn();

        // One that does not come to its next point is left behind.
        _thread.Join(TimeSpan.FromSeconds(1));
    }

    private void Serve()
    {
        _current = this;
        AwaitTurn();
        while (_body is { } body)
        {
            try
            {
                body();
            }
            catch (Exception exception)
            {
                _execution!.Fail(exception);
            }

            HasEnded = true;
            _execution!.End(this);
            AwaitTurn();
        }
    }
}
