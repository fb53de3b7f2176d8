// Contenders of the pool: malloc and free, calloc and free (the pool's elements are zeroed too), new and delete.
#include <cstdlib>
#include <cstring>
#include <malloc.h>
#include <new>
#include "plan.h"

namespace {

struct element {
    int64_t key;
    char rest[ELEMENT_SIZE - 8];
};

struct by_malloc {
    static element *allocate() { return static_cast<element *>(std::malloc(sizeof(element))); }
    static void release(element *element) { std::free(element); }
};

struct by_calloc {
    static element *allocate() { return static_cast<element *>(std::calloc(1, sizeof(element))); }
    static void release(element *element) { std::free(element); }
};

struct by_new {
    static element *allocate() { return new element; }
    static void release(element *element) { delete element; }
};

// Written through a volatile, as a compiler may leave out an allocation that nobody looks at.
template <typename Allocator> int64_t pair(const plan *plan)
{
    int64_t sum = 0;
    for (int64_t i = 0; i < plan->steps; i++) {
        element *allocated = Allocator::allocate();
        *static_cast<volatile int64_t *>(&allocated->key) = i;
        sum += allocated->key;
        Allocator::release(allocated);
    }
    return sum;
}

template <typename Allocator> int64_t batch(const plan *plan)
{
    auto **elements = reinterpret_cast<element **>(plan->elements);
    int64_t sum = 0;
    for (int64_t i = 0; i < plan->count; i++) {
        elements[i] = Allocator::allocate();
        elements[i]->key = i;
    }
    for (int64_t i = 0; i < plan->count; i++) {
        element *picked = elements[plan->order[i]];
        sum += picked->key;
        Allocator::release(picked);
    }
    return sum;
}

}

#define ALLOCATOR(name) \
    int64_t JOIN(name, ELEMENT_SIZE, allocate_pair)(const plan *plan) { return pair<by_##name>(plan); } \
    int64_t JOIN(name, ELEMENT_SIZE, allocate_batch)(const plan *plan) { return batch<by_##name>(plan); }

extern "C" {
ALLOCATOR(malloc)
ALLOCATOR(calloc)
ALLOCATOR(new)

// What one element takes of the heap, the word in front of it included.
int64_t JOIN(malloc, ELEMENT_SIZE, footprint)(const plan *)
{
    element *allocated = by_malloc::allocate();
    int64_t size = static_cast<int64_t>(malloc_usable_size(allocated) + sizeof(size_t));
    by_malloc::release(allocated);
    return size;
}
}
