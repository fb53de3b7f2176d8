// Contender: std::list. It owns its nodes: adding allocates one, removing frees it; what only moves is spliced. It counts its elements, so that a cut is not O(1).
#include <list>
#include <new>
#include <vector>
#include "plan.h"

namespace {

struct element {
    int64_t key;
    char rest[ELEMENT_SIZE - 24];
};

using list_type = std::list<element>;

struct lists {
    list_type *list;
    std::vector<list_type::iterator> *places;
};

inline int64_t key_at(const plan *plan, uint32_t index) { return *reinterpret_cast<const int64_t *>(plan->elements + static_cast<size_t>(index) * ELEMENT_SIZE); }

// The nodes are allocated in the order of the elements in memory, and then linked in the order of the list.
inline void peer_fill(lists *lists, const plan *plan)
{
    list_type allocated;
    for (int64_t i = 0; i < plan->count; i++) {
        allocated.push_back(element{key_at(plan, static_cast<uint32_t>(i)), {}});
        (*lists->places)[static_cast<size_t>(i)] = std::prev(allocated.end());
    }
    for (int64_t i = 0; i < plan->count; i++)
        lists->list->splice(lists->list->end(), allocated, (*lists->places)[plan->order[i]]);
}

inline void peer_reset(lists *lists, const plan *plan)
{
    lists->list = new list_type();
    lists->places = new std::vector<list_type::iterator>(static_cast<size_t>(plan->count));
}

inline void peer_free(lists *lists)
{
    delete lists->list;
    delete lists->places;
}

inline void peer_add_last(lists *lists, const plan *plan, uint32_t index) { lists->list->push_back(element{key_at(plan, index), {}}); }

inline int64_t peer_remove_first(lists *lists)
{
    int64_t key = lists->list->front().key;
    lists->list->pop_front();
    return key;
}

inline void peer_move_to_first(lists *lists, const plan *, uint32_t index)
{
    lists->list->splice(lists->list->begin(), *lists->list, (*lists->places)[index]);
}

inline void peer_remove_and_add(lists *lists, const plan *, uint32_t index)
{
    list_type taken;
    taken.splice(taken.begin(), *lists->list, (*lists->places)[index]);
    lists->list->splice(lists->list->end(), taken);
}

inline void peer_clear(lists *lists) { lists->list->clear(); }

inline void peer_sort(lists *lists)
{
    lists->list->sort([](const element &left, const element &right) { return left.key < right.key; });
}

}

#define PEER_FILLS
#define PEER_FREES
#define PEER_SORTS
#define PEER_FOR_EACH(lists, value) \
    for (const element &current : *(lists)->list) \
        for (int64_t value = current.key, once = 1; once; once = 0)

extern "C" {
#include "workloads.h"
}
