using System;
using System.Collections.Generic;
using Xunit;

namespace IntrusiveLists.Tests;

public sealed unsafe class PtrTests : IDisposable
{
    private readonly Arena _arena = new(2 * Arena.SizeOf<Item>());
    private readonly Ptr<Item> _element;
    private readonly Ptr<Item> _other;

    public PtrTests()
    {
        _element = _arena.Allocate<Item>();
        _other = _arena.Allocate<Item>();
    }

    [Fact]
    public void ConvertsFromAndToAPointer()
    {
        Item* pointer = _element;
        Ptr<Item> wrapped = pointer;
        Assert.True(pointer == wrapped.Pointer);
        Assert.Equal(_element, wrapped);
        Assert.Equal(_element, new Ptr<Item>(pointer));
    }

    [Fact]
    public void TheDefaultIsNull()
    {
        Assert.True(default(Ptr<Item>).IsNull);
        Assert.True(((Ptr<Item>)(Item*)null).IsNull);
        Assert.True((Item*)default(Ptr<Item>) == null);
        Assert.False(_element.IsNull);
    }

    [Fact]
    public void ValueIsTheMemoryItself()
    {
        _element.Value.Key = 42;
        Assert.Equal(42, _element.Pointer->Key);
        _element.Pointer->Key = 43;
        Assert.Equal(43, _element.Value.Key);
        Assert.Equal(0, _other.Value.Key);
    }

    [Fact]
    public void InitializeZeroesTheElementAndNothingElse()
    {
        new Span<byte>(_element.Pointer, sizeof(Item)).Fill(0xA5);
        new Span<byte>(_other.Pointer, sizeof(Item)).Fill(0xA5);
        _element.Initialize();
        Assert.DoesNotContain(new Span<byte>(_element.Pointer, sizeof(Item)).ToArray(), value => value != 0);
        Assert.DoesNotContain(new Span<byte>(_other.Pointer, sizeof(Item)).ToArray(), value => value != 0xA5);
        Assert.False(_element.Value.Node.IsLinked);
    }

    [Fact]
    public void InitializeOfNullThrows()
    {
        Assert.Throws<NullReferenceException>(() => default(Ptr<Item>).Initialize());
        Assert.Throws<NullReferenceException>(() => default(Ptr<PageItem>).Initialize());
        Assert.Throws<NullReferenceException>(() => default(Ptr<FarItem>).Initialize());
    }

    [Fact]
    public void OrThrowReturnsWhatIsNotNull()
    {
        Assert.Equal(_element, _element.OrThrow());
        Assert.Throws<NullReferenceException>(() => default(Ptr<Item>).OrThrow());
    }

    [Fact]
    public void ValueOfNullThrows()
    {
        Assert.Throws<NullReferenceException>(() => default(Ptr<Item>).Value.Key);
        Assert.Throws<NullReferenceException>(() => default(Ptr<byte>).Value);
    }

    /// <summary>An access behind the first page would end the process: there, taking the reference throws.</summary>
    [Fact]
    public void ValueOfNullThrowsWhereTheTypeIsLargerThanAPage()
    {
        Assert.Throws<NullReferenceException>(() => { _ = ref default(Ptr<PageItem>).Value; });
        Assert.Throws<NullReferenceException>(() => { _ = ref default(Ptr<FarItem>).Value; });
    }

    [Fact]
    public void EqualityIsThatOfTheAddress()
    {
        Ptr<Item> same = _element.Pointer;
        Assert.True(_element == same);
        Assert.False(_element != same);
        Assert.True(_element.Equals(same));
        Assert.True(_element.Equals((object)same));
        Assert.Equal(_element.GetHashCode(), same.GetHashCode());
        Assert.False(_element == _other);
        Assert.True(_element != _other);
        Assert.False(_element.Equals(_other));
        Assert.False(_element.Equals((object)_other));
        Assert.False(_element.Equals((object)(Ptr<byte>)(byte*)_element.Pointer));
        Assert.False(_element.Equals(null));
    }

    [Fact]
    public void ServesAsAKey()
    {
        var names = new Dictionary<Ptr<Item>, string> { [_element] = "element", [_other] = "other", [default] = "null" };
        Assert.Equal("element", names[_element.Pointer]);
        Assert.Equal("other", names[_other.Pointer]);
        Assert.Equal("null", names[default]);
    }

    [Fact]
    public void ToStringIsTheAddressInHexadecimal()
    {
        Assert.Equal("0x7f00c0de0010", new Ptr<byte>((byte*)0x7f00_c0de_0010).ToString());
        Assert.Equal("0x0", default(Ptr<byte>).ToString());
    }

    public void Dispose() => _arena.Dispose();
}
