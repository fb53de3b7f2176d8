using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using IntrusiveLists;

namespace Editing;

public enum EditKind
{
    Insert,
    Delete,
}

public partial struct Edit
{
    public EditKind Kind;
    public int Position;
    public char Character;
    internal ListNode History;

    public Edit(EditKind kind, int position, char character)
    {
        this = default;
        Kind = kind;
        Position = position;
        Character = character;
    }

    public readonly void Deconstruct(out EditKind kind, out int position, out char character) => (kind, position, character) = (Kind, Position, Character);

    public readonly EditKind Inverse => Kind is EditKind.Insert ? EditKind.Delete : EditKind.Insert;

    public readonly bool Follows(ref readonly Edit other) => Kind == other.Kind && Position == other.Position + 1;
}

/// <summary>Undo and redo over one text; the edits are in a pool of their own.</summary>
public sealed partial class UndoHistory(string text = "") : IDisposable
{
    private readonly List<char> _text = [.. text];
    private readonly NativePool<Edit> _pool = new();

    [Contains(typeof(Edit), nameof(Edit.History), Name = "Done")] private readonly PinnedListHead _done = new();
    [Contains(typeof(Edit), nameof(Edit.History), Name = "Undone")] private readonly PinnedListHead _undone = new();

    public string Text => string.Concat(_text);

    public bool CanUndo => Done is { IsEmpty: false };

    public bool CanRedo => !Undone.IsEmpty;

    public void Insert(int position, char character) => Do(EditKind.Insert, position, character);

    public void Delete(int position) => Do(EditKind.Delete, position, _text[position]);

    public bool Undo()
    {
        if (!TryTakeLast(Done, out Ptr<Edit> edit))
        {
            return false;
        }

        (_, int position, char character) = edit.Value;
        Apply(edit.Value.Inverse, position, character);
        Undone.AddLast(edit);
        return true;
    }

    public bool Redo()
    {
        if (!TryTakeLast(Undone, out var edit))
        {
            return false;
        }

        Apply(edit.Value.Kind, edit.Value.Position, edit.Value.Character);
        Done.AddLast(edit);
        return true;
    }

    /// <summary>Counts the runs of edits that a user would take for one.</summary>
    public int CountRuns()
    {
        int runs = 0;
        Ptr<Edit> previous = default;
        foreach (Ptr<Edit> edit in Done)
        {
            bool follows = !previous.IsNull && edit.Value.Follows(ref previous.Value);
            runs += follows ? 0 : 1;
            previous = edit;
        }

        return runs;
    }

    public IEnumerable<string> Describe() =>
        from edit in Done.ToArray()
        let kind = edit.Value.Kind
        where Enum.IsDefined(kind)
        select $"{kind} '{edit.Value.Character}' at {edit.Value.Position}";

    public string Summary()
    {
        if (Done.IsEmpty)
        {
            return "nothing";
        }

        ref readonly Edit last = ref Done.Last.Value;
        return last switch
        {
            { Kind: EditKind.Insert, Character: '\n' } => "new line",
            { Kind: EditKind.Insert } => "typing",
            { Kind: EditKind.Delete, Position: 0 } => "delete at start",
            _ => "delete",
        };
    }

    public void Dispose()
    {
        Forget(Done);
        Forget(Undone);
        _pool.Dispose();
    }

    private static bool TryTakeLast(IntrusiveList<Edit, Edit.HistoryLink> edits, out Ptr<Edit> edit) => edits.TryRemoveLast(out edit);

    private void Do(EditKind kind, int position, char character)
    {
        Forget(Undone);
        Apply(kind, position, character);
        Ptr<Edit> edit = _pool.Allocate();
        Fill(out edit.Value.Kind, out edit.Value.Position, out edit.Value.Character);
        Done.AddLast(edit);

        void Fill(out EditKind ofKind, out int ofPosition, out char ofCharacter)
        {
            ofKind = kind;
            ofPosition = position;
            ofCharacter = character;
        }
    }

    private void Apply(EditKind kind, int position, char character)
    {
        switch (kind, position)
        {
            case (EditKind.Insert, >= 0):
                _text.Insert(position, character);
                break;
            case (EditKind.Delete, var at) when at < _text.Count:
                _text.RemoveAt(at);
                break;
            default:
                ThrowOutOfRange(position);
                break;
        }
    }

    [DoesNotReturn]
    private static void ThrowOutOfRange(int position) => throw new ArgumentOutOfRangeException(nameof(position), position, "There is no such position.");

    private void Forget(IntrusiveList<Edit, Edit.HistoryLink> edits)
    {
        foreach (Ptr<Edit> edit in edits.Drain())
        {
            _pool.Free(edit);
        }
    }
}
