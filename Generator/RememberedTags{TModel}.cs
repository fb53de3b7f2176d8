using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Generator;

/// <summary>
/// The tags that were read from a program, and from earlier ones that declare the same.
/// </summary>
internal sealed class RememberedTags<TModel>
    where TModel : class
{
    private readonly string? _assembly;
    private readonly CompilationOptions _options;
    private readonly ImmutableArray<MetadataReference> _references;
    private readonly ImmutableArray<SyntaxTree> _files;

    // By file and place. What stands in an edited file is read again, whatever the edit.
    private readonly ConcurrentDictionary<SyntaxTree, ConcurrentDictionary<int, TModel>> _models;

    public RememberedTags(Compilation compilation)
        : this(compilation, new ConcurrentDictionary<SyntaxTree, ConcurrentDictionary<int, TModel>>())
    {
    }

    private RememberedTags(Compilation compilation, ConcurrentDictionary<SyntaxTree, ConcurrentDictionary<int, TModel>> models)
    {
        _assembly = compilation.AssemblyName;
        _options = compilation.Options;
        _references = compilation.ExternalReferences;
        _files = compilation.SyntaxTrees.ToImmutableArray();
        _models = models;
    }

    /// <summary>Returns what is remembered of the next program: everything but the edited files if it declares the same, otherwise nothing.</summary>
    public RememberedTags<TModel> Next(Compilation compilation)
    {
        var next = new RememberedTags<TModel>(compilation, _models);
        if (!DeclaresTheSame(next))
        {
            return new RememberedTags<TModel>(compilation);
        }

        for (int index = 0; index < _files.Length; index++)
        {
            if (_files[index] != next._files[index])
            {
                _models.TryRemove(_files[index], out _);
            }
        }

        return next;
    }

    /// <summary>Returns what was read from a tag; null when it was not read.</summary>
    public TModel? Find(SyntaxNode tagged) =>
        _models.TryGetValue(tagged.SyntaxTree, out ConcurrentDictionary<int, TModel>? places) && places.TryGetValue(tagged.SpanStart, out TModel? model) ? model : null;

    public void Add(SyntaxNode tagged, TModel model) => _models.GetOrAdd(tagged.SyntaxTree, static _ => new ConcurrentDictionary<int, TModel>())[tagged.SpanStart] = model;

    private bool DeclaresTheSame(RememberedTags<TModel> other) =>
        _assembly == other._assembly
        && _options.Equals(other._options)
        && _references.SequenceEqual(other._references)
        && _files.Length == other._files.Length
        && _files.Zip(other._files, FileDeclarations.AreSame).All(isSame => isSame);
}
