/*
 * The loops of every contender in C and C++. A peer defines, before it includes this:
 *
 *   struct element (with a field key), struct lists (two lists: list, other), and the operations
 *   peer_reset(lists, plan)            every element unlinked, both lists empty
 *   peer_add_last(lists, plan, index)  peer_remove_first(lists) -> key
 *   peer_move_to_first(lists, plan, index)  peer_remove_and_add(lists, plan, index)
 *   peer_clear(lists)                  the contract's: what is taken off ends as the peer's removal leaves it
 *   PEER_FOR_EACH(lists, key) { body }
 *   and, where the peer has it, peer_fill(lists, plan) with PEER_FILLS, peer_free(lists) with PEER_FREES,
 *   peer_cut_and_splice(lists, plan, index) with PEER_CUTS, peer_sort(lists) with PEER_SORTS
 */
/* A copy that no element can overlap: it stays in registers. */
#define LOCAL_PLAN const struct plan copy = *shared, *const plan = &copy

static inline struct lists *lists_of(const struct plan *plan) { return (struct lists *)plan->heads; }

static inline void fill(const struct plan *plan)
{
    for (int64_t i = 0; i < plan->count; i++)
        peer_add_last(lists_of(plan), plan, plan->order[i]);
}

int64_t EXPORT(reset)(const struct plan *plan)
{
    peer_reset(lists_of(plan), plan);
    return 0;
}

int64_t EXPORT(fill)(const struct plan *plan)
{
#ifdef PEER_FILLS
    peer_fill(lists_of(plan), plan);
#else
    fill(plan);
#endif
    return 0;
}

#ifdef PEER_FREES
int64_t EXPORT(free)(const struct plan *plan)
{
    peer_free(lists_of(plan));
    return 0;
}
#endif

/* Depends on the order of the list: equal for two contenders that have done the same. */
int64_t EXPORT(digest)(const struct plan *plan)
{
    uint64_t digest = 0;
    PEER_FOR_EACH(lists_of(plan), key)
        digest = digest * 31 + (uint64_t)key;
    return (int64_t)digest;
}

int64_t EXPORT(pair)(const struct plan *shared)
{
    LOCAL_PLAN;
    struct lists *lists = lists_of(plan);
    int64_t sum = 0;
    for (int64_t done = 0; done < plan->steps; done += plan->count)
        for (int64_t i = 0; i < plan->count; i++) {
            peer_add_last(lists, plan, plan->order[i]);
            sum += peer_remove_first(lists);
        }
    return sum;
}

int64_t EXPORT(cycle)(const struct plan *shared)
{
    LOCAL_PLAN;
    struct lists *lists = lists_of(plan);
    int64_t sum = 0;
    for (int64_t done = 0; done < plan->steps; done += plan->count) {
        fill(plan);
        for (int64_t i = 0; i < plan->count; i++)
            sum += peer_remove_first(lists);
    }
    return sum;
}

int64_t EXPORT(fifo)(const struct plan *shared)
{
    LOCAL_PLAN;
    struct lists *lists = lists_of(plan);
    int64_t sum = 0;
    /* What is added left the list one step before: one element is always outside. */
    peer_remove_first(lists);
    for (int64_t done = 0; done < plan->steps; done += plan->count)
        for (int64_t i = 0; i < plan->count; i++) {
            peer_add_last(lists, plan, plan->order[i]);
            sum += peer_remove_first(lists);
        }
    return sum;
}

int64_t EXPORT(touch)(const struct plan *shared)
{
    LOCAL_PLAN;
    struct lists *lists = lists_of(plan);
    for (int64_t i = 0; i < plan->steps; i++)
        peer_move_to_first(lists, plan, plan->picks[i]);
    return 0;
}

int64_t EXPORT(readd)(const struct plan *shared)
{
    LOCAL_PLAN;
    struct lists *lists = lists_of(plan);
    for (int64_t i = 0; i < plan->steps; i++)
        peer_remove_and_add(lists, plan, plan->picks[i]);
    return 0;
}

int64_t EXPORT(walk)(const struct plan *plan)
{
    int64_t sum = 0;
    PEER_FOR_EACH(lists_of(plan), key)
        sum += key;
    return sum;
}

int64_t EXPORT(build)(const struct plan *shared)
{
    LOCAL_PLAN;
    fill(plan);
    peer_clear(lists_of(plan));
    return 0;
}

int64_t EXPORT(drain)(const struct plan *shared)
{
    LOCAL_PLAN;
    struct lists *lists = lists_of(plan);
    int64_t sum = 0;
    for (int64_t i = 0; i < plan->count; i++)
        sum += peer_remove_first(lists);
    return sum;
}

#ifdef PEER_CUTS
int64_t EXPORT(cut)(const struct plan *shared)
{
    LOCAL_PLAN;
    struct lists *lists = lists_of(plan);
    for (int64_t i = 0; i < plan->steps; i++)
        peer_cut_and_splice(lists, plan, plan->picks[i]);
    return 0;
}
#endif

#ifdef PEER_SORTS
int64_t EXPORT(sort)(const struct plan *plan)
{
    peer_sort(lists_of(plan));
    return 0;
}

/* Many lists, each of as many elements as there are steps. */
int64_t EXPORT(sort_small)(const struct plan *shared)
{
    LOCAL_PLAN;
    struct lists *lists = lists_of(plan);
    int64_t sum = 0;
    for (int64_t start = 0; start + plan->steps <= plan->count; start += plan->steps) {
        for (int64_t i = 0; i < plan->steps; i++)
            peer_add_last(lists, plan, plan->order[start + i]);
        peer_sort(lists);
        sum += peer_remove_first(lists);
        peer_clear(lists);
    }
    return sum;
}
#endif
