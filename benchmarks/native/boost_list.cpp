// Contender: Boost.Intrusive, without a stored size. MODE is normal_link or safe_link; the latter zeroes nodes on removal and asserts on insertion.
#include <boost/intrusive/list.hpp>
#include <new>
#include "plan.h"

namespace intrusive = boost::intrusive;

namespace {

using hook = intrusive::list_member_hook<intrusive::link_mode<intrusive::MODE>>;

struct element {
    int64_t key;
    hook node;
    char rest[ELEMENT_SIZE - 24];
};

static_assert(sizeof(element) == ELEMENT_SIZE && sizeof(hook) == 16, "All contenders have one layout.");

using list_type = intrusive::list<element, intrusive::member_hook<element, hook, &element::node>, intrusive::constant_time_size<false>>;

struct lists {
    list_type list, other;
};

inline element &element_at(const plan *plan, uint32_t index) { return reinterpret_cast<element *>(plan->elements)[index]; }

inline void peer_reset(lists *lists, const plan *plan)
{
    // In raw memory: what an earlier contender left there is no list.
    new (lists) struct lists();
    for (int64_t i = 0; i < plan->count; i++)
        new (&element_at(plan, static_cast<uint32_t>(i)).node) hook();
}

inline void peer_add_last(lists *lists, const plan *plan, uint32_t index) { lists->list.push_back(element_at(plan, index)); }

inline int64_t peer_remove_first(lists *lists)
{
    element &first = lists->list.front();
    lists->list.pop_front();
    return first.key;
}

inline void peer_move_to_first(lists *lists, const plan *plan, uint32_t index)
{
    lists->list.splice(lists->list.begin(), lists->list, list_type::s_iterator_to(element_at(plan, index)));
}

inline void peer_remove_and_add(lists *lists, const plan *plan, uint32_t index)
{
    element &picked = element_at(plan, index);
    lists->list.erase(list_type::s_iterator_to(picked));
    lists->list.push_back(picked);
}

inline void peer_clear(lists *lists) { lists->list.clear(); }

inline void peer_cut_and_splice(lists *lists, const plan *plan, uint32_t index)
{
    lists->other.splice(lists->other.end(), lists->list, lists->list.begin(), list_type::s_iterator_to(element_at(plan, index)));
    lists->list.splice(lists->list.end(), lists->other);
}

inline void peer_sort(lists *lists)
{
    lists->list.sort([](const element &left, const element &right) { return left.key < right.key; });
}

}

#define PEER_CUTS
#define PEER_SORTS
#define PEER_FOR_EACH(lists, value) \
    for (element &current : (lists)->list) \
        for (int64_t value = current.key, once = 1; once; once = 0)

extern "C" {
#include "workloads.h"
}
