namespace IntrusiveLists.Tests;

/// <summary>One step of a random sequence: numbers that choose an operation and its operands from those that are possible.</summary>
/// <param name="Operation">Chooses the operation.</param>
/// <param name="OverOtherNode">Whether the lists are those over <see cref="Item.Other"/>.</param>
/// <param name="Target">Chooses the list.</param>
/// <param name="Other">Chooses the other list.</param>
/// <param name="Operands">Chooses the elements.</param>
public sealed record Step(int Operation, bool OverOtherNode, int Target, int Other, int Operands);
