using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using IntrusiveLists;
using Xunit;

namespace TimerWheel.Tests;

public sealed class WheelTests : IDisposable
{
    private readonly NativePool<Wheel> _wheels = new();
    private readonly NativePool<Timer> _timers = new();
    private readonly Ptr<Wheel> _wheel;

    public WheelTests()
    {
        _wheel = _wheels.Allocate();
    }

    public void Dispose()
    {
        _timers.Dispose();
        _wheels.Dispose();
    }

    // On both sides of where each digit changes, and of where the highest one wraps around.
    [Theory]
    [InlineData(0)]
    [InlineData(0xFE)]
    [InlineData(0xFF_F0)]
    [InlineData(0xFF_FF_FF)]
    [InlineData(0xFF_FF_FF_80)]
    [InlineData(0x1_23_FF_FF_FF)]
    [InlineData(0x7FFF_FFFF_FFFF)]
    public void ATimerFiresInItsTickAndNoOther(long start)
    {
        foreach (int delay in new[] { 1, 2, 127, 255, 256, 257, 0x1234, 0xFFFF, 0x1_0000, 0x1_0001, 0x12_3456 })
        {
            _wheel.Value.Now = start;
            _wheel.Value.Schedule(Create(7), delay);
            var fired = new List<long>();
            for (int tick = 0; tick < delay + 300; tick++)
            {
                _wheel.Value.Advance(timer => fired.Add(_wheel.Value.Now));
            }

            Assert.Equal([start + delay], fired);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void ADelayIsPositive(int delay)
    {
        Ptr<Timer> timer = Create(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => _wheel.Value.Schedule(timer, delay));
        Assert.False(Timer.BySlotLink.IsLinked(timer));
    }

    [Fact]
    public void TheLongestDelayIsPlacedAndCancelled()
    {
        Ptr<Timer> timer = Create(1);
        _wheel.Value.Schedule(timer, int.MaxValue);
        Assert.Equal(int.MaxValue, timer.Value.Due);
        Timer.BySlotLink.Unlink(timer);
        Assert.True(_wheel.Value.Slots[(3 * Wheel.SlotsPerLevel) + 0x7F].IsEmpty);
    }

    [Fact]
    public void WhatFiresMayScheduleAndCancel()
    {
        var fired = new List<int>();
        Ptr<Timer> cancelled = Create(3);
        _wheel.Value.Schedule(Create(1), 1);
        _wheel.Value.Schedule(cancelled, 1);
        Action<Ptr<Timer>> fire = timer =>
        {
            fired.Add(timer.Value.Number);
            if (timer.Value.Number == 1)
            {
                Timer.BySlotLink.Unlink(cancelled);
                _wheel.Value.Schedule(Create(2), Wheel.SlotsPerLevel);
            }
        };
        for (int tick = 0; tick < Wheel.SlotsPerLevel; tick++)
        {
            _wheel.Value.Advance(fire);
            Assert.Equal([1], fired);
        }

        _wheel.Value.Advance(fire);
        Assert.Equal([1, 2], fired);
    }

    [Fact]
    public void FiresAsASortedListDoes() =>
        Gen.Select(Gen.Int[0, 70_000], Gen.Int[1, 600].Array[1, 40].Array[1, 20]).Sample((start, delays) =>
        {
            // Samples run side by side.
            using var own = new WheelTests();
            own.FireAsASortedListDoes(start, delays);
        });

    private void FireAsASortedListDoes(long start, int[][] delays)
    {
        _wheel.Value.Now = start;
        var waiting = new List<(long Due, int Number)>();
        for (int tick = 0; tick < 620 + delays.Length; tick++)
        {
            foreach (int delay in tick < delays.Length ? delays[tick] : [])
            {
                _wheel.Value.Schedule(Create(waiting.Count), delay);
                waiting.Add((_wheel.Value.Now + delay, waiting.Count));
            }

            var fired = new List<int>();
            _wheel.Value.Advance(timer => fired.Add(timer.Value.Number));
            Assert.Equal(waiting.Where(timer => timer.Due == _wheel.Value.Now).Select(timer => timer.Number), fired);
        }
    }

    private Ptr<Timer> Create(int number)
    {
        Ptr<Timer> timer = _timers.Allocate();
        timer.Value.Number = number;
        return timer;
    }
}
