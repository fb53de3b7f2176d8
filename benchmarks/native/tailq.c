/* Contender: TAILQ of <sys/queue.h>. Nodes are left as they are. It cannot cut, and has no sort. */
#include <sys/queue.h>
#include "plan.h"

struct element {
    int64_t key;
    TAILQ_ENTRY(element) node;
    char rest[ELEMENT_SIZE - 24];
};

TAILQ_HEAD(head, element);

struct lists {
    struct head list;
};

static inline struct element *element_at(const struct plan *plan, uint32_t index) { return &((struct element *)plan->elements)[index]; }

static inline void peer_reset(struct lists *lists, const struct plan *plan)
{
    (void)plan;
    TAILQ_INIT(&lists->list);
}

static inline void peer_add_last(struct lists *lists, const struct plan *plan, uint32_t index)
{
    struct element *element = element_at(plan, index);
    TAILQ_INSERT_TAIL(&lists->list, element, node);
}

static inline int64_t peer_remove_first(struct lists *lists)
{
    struct element *first = TAILQ_FIRST(&lists->list);
    TAILQ_REMOVE(&lists->list, first, node);
    return first->key;
}

static inline void peer_move_to_first(struct lists *lists, const struct plan *plan, uint32_t index)
{
    struct element *element = element_at(plan, index);
    TAILQ_REMOVE(&lists->list, element, node);
    TAILQ_INSERT_HEAD(&lists->list, element, node);
}

static inline void peer_remove_and_add(struct lists *lists, const struct plan *plan, uint32_t index)
{
    struct element *element = element_at(plan, index);
    TAILQ_REMOVE(&lists->list, element, node);
    TAILQ_INSERT_TAIL(&lists->list, element, node);
}

static inline void peer_clear(struct lists *lists) { TAILQ_INIT(&lists->list); }

#define PEER_FOR_EACH(lists, value) \
    for (struct element *element = TAILQ_FIRST(&(lists)->list); element; element = TAILQ_NEXT(element, node)) \
        for (int64_t value = element->key, once = 1; once; once = 0)

#include "workloads.h"
