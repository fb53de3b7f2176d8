using System;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Generator;

/// <summary>
/// Remembers the tags that were read, for as long as the program declares the same: an edit within a method changes no tag.
/// </summary>
/// <remarks>
/// The compiler asks for each tag again after each edit, since what a tag means depends on all declarations of the program.
/// Nothing is kept alive: what is remembered goes with the compilation that it was read from, and passes to the next one only while that one is still there.
/// </remarks>
internal sealed class TagMemory<TModel>
    where TModel : class
{
    private readonly ConditionalWeakTable<Compilation, RememberedTags<TModel>> _byCompilation = new();
    private readonly WeakReference<RememberedTags<TModel>> _latest = new(null!);

    /// <summary>Returns what was read from a tag, or reads it.</summary>
    public TModel GetOrRead(GeneratorAttributeSyntaxContext context, Func<GeneratorAttributeSyntaxContext, CancellationToken, TModel> read, CancellationToken cancellationToken)
    {
        RememberedTags<TModel> tags = _byCompilation.GetValue(context.SemanticModel.Compilation, Succeed);
        if (tags.Find(context.TargetNode) is not { } model)
        {
            model = read(context, cancellationToken);
            tags.Add(context.TargetNode, model);
        }

        return model;
    }

    private RememberedTags<TModel> Succeed(Compilation compilation)
    {
        RememberedTags<TModel> tags = _latest.TryGetTarget(out RememberedTags<TModel> latest) ? latest.Next(compilation) : new RememberedTags<TModel>(compilation);
        _latest.SetTarget(tags);
        return tags;
    }
}
