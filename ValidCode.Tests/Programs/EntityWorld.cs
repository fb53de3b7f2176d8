using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Runtime.CompilerServices;
using IntrusiveLists;

namespace Game;

[Flags]
public enum Components
{
    None = 0,
    Body = 1,
    Health = 2,
    All = Body | Health,
}

public readonly record struct EntityId(int Index, int Generation);

/// <summary>An entity with the components inside it, and a place in each system that is interested.</summary>
public partial record struct Entity(EntityId Id)
{
    public Components Components;
    public Vector2 Position;
    public Vector2 Velocity;
    public int Health;
    public ListNode Moving;
    public ListNode Dying;
    public ListNode Cell;

    public readonly bool Has(Components components) => (Components & components) == components;
}

/// <summary>The entities in one square of the map.</summary>
public partial struct Cell
{
    [Contains(typeof(Entity), nameof(Entity.Cell))] private ListHead _entities;

    public void Enter(Ptr<Entity> entity) => Entities.MoveOrAdd<Entity, Entity.CellLink>(entity);

    public Enumerable All() => new(Entities);

    public readonly bool IsEmpty => _entities.IsEmpty;

    /// <summary>A cell's entities as a sequence of its own.</summary>
    public readonly ref struct Enumerable(IntrusiveList<Entity, Entity.CellLink> entities)
    {
        private readonly IntrusiveList<Entity, Entity.CellLink> _entities = entities;

        public IntrusiveList<Entity, Entity.CellLink>.Enumerator GetEnumerator() => _entities.GetEnumerator();
    }
}

public static class ListExtensions
{
    /// <summary>Adds an element, wherever it has been.</summary>
    public static void MoveOrAdd<T, TLink>(this IntrusiveList<T, TLink> list, Ptr<T> element)
        where T : unmanaged
        where TLink : unmanaged, IListLink<T>
    {
        if (list.IsEmpty || !ListLink.IsLinked<T, TLink>(element))
        {
            if (ListLink.IsLinked<T, TLink>(element))
            {
                ListLink.Unlink<T, TLink>(element);
            }

            list.AddLast(element);
        }
        else
        {
            list.MoveToLast(element);
        }
    }
}

/// <summary>All entities, in one array that the collector leaves alone.</summary>
public sealed partial class World
{
    private const int Side = 8;
    private readonly Entity[] _entities;
    private readonly Cell[] _cells = GC.AllocateArray<Cell>(Side * Side, pinned: true);
    private readonly Stack<int> _free;

    [Contains(typeof(Entity), nameof(Entity.Moving), Name = "Movers")] private readonly PinnedListHead _moving = new();
    [Contains(typeof(Entity), nameof(Entity.Dying))] private readonly PinnedListHead _dying = new();

    public World(int capacity)
    {
        _entities = GC.AllocateUninitializedArray<Entity>(length: capacity, pinned: true);
        foreach (ref Entity entity in _entities.AsSpan())
        {
            AddressOf(ref entity).Initialize();
        }

        _free = new Stack<int>(Enumerable.Range(0, capacity).Reverse());
    }

    public int Alive => _entities.Length - _free.Count;

    public ref Entity this[EntityId id] => ref _entities[id.Index].Id == id ? ref _entities[id.Index] : ref Unsafe.NullRef<Entity>();

    public EntityId Spawn(Vector2 position, Vector2 velocity, int health = 1)
    {
        int index = _free.Pop();
        ref Entity entity = ref _entities[index];
        entity.Id = new EntityId(index, entity.Id.Generation + 1);
        entity.Components = Components.Body | (health > 0 ? Components.Health : Components.None);
        (entity.Position, entity.Velocity, entity.Health) = (position, velocity, health);
        if (velocity != Vector2.Zero)
        {
            Movers.AddLast(AddressOf(ref entity));
        }

        CellOf(in entity).Enter(AddressOf(ref entity));
        return entity.Id;
    }

    public void Hurt(EntityId id, int damage)
    {
        ref Entity entity = ref this[id];
        if (Unsafe.IsNullRef(ref entity) || !entity.Has(Components.Health))
        {
            return;
        }

        entity.Health -= damage;
        bool dies = entity is { Health: <= 0, Dying.IsLinked: false };
        if (dies)
        {
            Dying.AddLast(AddressOf(ref entity));
        }
    }

    public void Step(float seconds)
    {
        foreach (Ptr<Entity> mover in Movers)
        {
            ref Entity entity = ref mover.Value;
            entity.Position += entity.Velocity * seconds;
            CellOf(entity).Enter(mover);
        }

        foreach (Ptr<Entity> dead in Dying.Drain())
        {
            Bury(dead);
        }
    }

    public int CountAt(Vector2 position)
    {
        int count = 0;
        foreach (Ptr<Entity> _ in _cells[IndexOf(position)].All())
        {
            count++;
        }

        return count;
    }

    private static unsafe Ptr<Entity> AddressOf(ref Entity entity) => (Entity*)Unsafe.AsPointer(ref entity);

    private static int IndexOf(Vector2 position) => (Math.Clamp((int)position.Y, 0, Side - 1) * Side) + Math.Clamp((int)position.X, 0, Side - 1);

    private ref Cell CellOf(in Entity entity) => ref _cells[IndexOf(entity.Position)];

    private void Bury(Ptr<Entity> dead)
    {
        if (dead.Value.Moving.IsLinked)
        {
            Entity.MovingLink.Unlink(dead);
        }

        Entity.CellLink.Unlink(dead);
        _free.Push(dead.Value.Id.Index);
        dead.Value.Components = default;
    }
}
