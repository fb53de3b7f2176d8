using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntrusiveLists.Declarations;

/// <summary>
/// The locks of one type that guard heads, and the names of what is generated for them. Found once for each type, not once for each head.
/// </summary>
internal sealed class OwnerLocks
{
    // Keyed by symbol, which belongs to one compilation, and kept no longer than that.
    private static readonly ConditionalWeakTable<INamedTypeSymbol, OwnerLocks> Known = new();

    private readonly Dictionary<string, IFieldSymbol> _guards = [];
    private readonly int _count;
    private readonly INamedTypeSymbol _owner;
    private IFieldSymbol[]? _unnamed;

    private OwnerLocks(INamedTypeSymbol owner)
    {
        _owner = owner;
        foreach (IFieldSymbol head in CanHaveGuard(owner) ? owner.GetMembers().OfType<IFieldSymbol>() : [])
        {
            if (head.Tags().FirstOrDefault() is { } tag && head.Type.IsAnyHead() && Choose(head, tag) is { } guard)
            {
                _guards[head.Name] = guard;
            }
        }

        _count = _guards.Values.Select(guard => guard.Name).Distinct().Count();
    }

    public static OwnerLocks Of(INamedTypeSymbol owner) => Known.GetValue(owner.OriginalDefinition, static type => new OwnerLocks(type));

    /// <summary>Returns what is generated for the lock of a head; null when none guards it.</summary>
    public GuardModel? GuardOf(IFieldSymbol head) => LockOf(head) is { } guard ? ModelOf(guard) : null;

    /// <summary>Returns the lock of a head; null when none guards it.</summary>
    public IFieldSymbol? LockOf(IFieldSymbol head) => _guards.TryGetValue(head.Name, out IFieldSymbol? guard) ? guard : null;

    /// <summary>Returns another lock than that of a head for which something of the same name is generated; null when there is none.</summary>
    public IFieldSymbol? RivalOf(IFieldSymbol head)
    {
        GuardModel guard = ModelOf(_guards[head.Name]);
        return _guards.Values.FirstOrDefault(other => other.Name != _guards[head.Name].Name && ModelOf(other) is var rival
            && (rival.Method == guard.Method || rival.Method == guard.Type || rival.Type == guard.Method));
    }

    /// <summary>Returns whether a field is a lock that guards a head.</summary>
    public bool Guards(IFieldSymbol field) => _guards.Values.Contains(field.OriginalDefinition, SymbolEqualityComparer.Default);

    /// <summary>Returns whether a name is that of what is generated for a lock.</summary>
    public bool Reserves(string name) => _guards.Values.Select(ModelOf).Any(guard => guard.Method == name || guard.Type == name);

    /// <summary>Returns the locks that guard heads without being named.</summary>
    public IFieldSymbol[] Unnamed(bool isStatic)
    {
        _unnamed ??= _owner.GetMembers().OfType<IFieldSymbol>().Where(IsLock).ToArray();
        return _unnamed.Length == 0 ? _unnamed : Array.FindAll(_unnamed, field => field.IsStatic == isStatic);
    }

    /// <summary>Returns the lock of a name.</summary>
    public static IFieldSymbol? Named(INamedTypeSymbol owner, string name, bool isStatic) =>
        owner.GetMembers(name).OfType<IFieldSymbol>().FirstOrDefault(field => field.CanBeReferencedByName && CanGuard(field, isStatic));

    private IFieldSymbol? Choose(IFieldSymbol head, AttributeData tag)
    {
        TypedConstant? choice = tag.Named("Lock");
        IFieldSymbol? chosen = choice?.Scalar() is string name
            ? Named(head.ContainingType, name, head.IsStatic)
            : Unnamed(head.IsStatic) is [{ } only] ? only : null;
        return chosen?.Type.TypeKind == TypeKind.Error ? null : chosen;
    }

    // A ref struct is seen by one thread; nothing can be nested in an interface with variance.
    private static bool CanHaveGuard(INamedTypeSymbol owner) =>
        !owner.IsRefLikeType && owner.AllTypeParameters().All(parameter => parameter.Variance == VarianceKind.None);

    // An object that is a field of a struct is shared by its copies, so there it guards no head without being named.
    private static bool IsLock(IFieldSymbol field) => field.CanBeReferencedByName && CanNameLock(field) && field.Type.IsLock() && (field.IsStatic || field.Type.IsValueType || field.ContainingType.TypeKind == TypeKind.Class);

    // The type of a field that is none need not be bound.
    private static bool CanNameLock(IFieldSymbol field) =>
        field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: GenericNameSyntax or PredefinedTypeSyntax or ArrayTypeSyntax or PointerTypeSyntax } };

    private static bool CanGuard(IFieldSymbol field, bool isStatic) =>
        (field.IsStatic == isStatic && (field.Type.IsLock() || field.Type.SpecialType == SpecialType.System_Object) && !IsOutOfReach(field)) || field.Type.TypeKind == TypeKind.Error;

    // A guard keeps the address of a struct, which a readonly struct does not give to its own members.
    private static bool IsOutOfReach(IFieldSymbol field) => field is { IsStatic: false, Type.IsValueType: false, ContainingType: { IsValueType: true, IsReadOnly: true } };

    private GuardModel ModelOf(IFieldSymbol guard)
    {
        // Where there is one lock, nobody has to know its name.
        string name = _count == 1 ? "Lock" : Identifiers.Capitalised(guard.Name);
        return new GuardModel(Identifiers.InCode(guard.Name), KindOf(guard.Type), guard.IsStatic, "Enter" + name, name + "Guard");
    }

    private static LockKind KindOf(ITypeSymbol type) => type switch
    {
        _ when type.IsListLock() => LockKind.ListLock,
        { SpecialType: SpecialType.System_Object } => LockKind.Monitor,
        { IsValueType: true } => LockKind.SpinLock,
        _ => LockKind.Lock,
    };
}
