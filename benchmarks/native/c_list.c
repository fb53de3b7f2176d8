/* Contender: C, with own code. */
#include "plan.h"
#include "kernel_list.h"

struct element {
    int64_t key;
    struct node node;
    char rest[ELEMENT_SIZE - 24];
};

struct lists {
    struct node list, other;
};

static inline struct element *element_of(struct node *node) { return (struct element *)((char *)node - offsetof(struct element, node)); }

static inline struct node *node_at(const struct plan *plan, uint32_t index) { return &((struct element *)plan->elements)[index].node; }

static inline void peer_reset(struct lists *lists, const struct plan *plan)
{
    head_reset(&lists->list);
    head_reset(&lists->other);
    for (int64_t i = 0; i < plan->count; i++)
        *node_at(plan, (uint32_t)i) = (struct node){0};
}

static inline void peer_add_last(struct lists *lists, const struct plan *plan, uint32_t index)
{
    insert_between(node_at(plan, index), lists->list.previous, &lists->list);
}

static inline int64_t peer_remove_first(struct lists *lists)
{
    struct node *first = lists->list.next;
    unlink_node(first);
    return element_of(first)->key;
}

static inline void peer_move_to_first(struct lists *lists, const struct plan *plan, uint32_t index)
{
    struct node *node = node_at(plan, index);
    join(node->previous, node->next);
    insert_between(node, &lists->list, lists->list.next);
}

static inline void peer_remove_and_add(struct lists *lists, const struct plan *plan, uint32_t index)
{
    struct node *node = node_at(plan, index);
    unlink_node(node);
    insert_between(node, lists->list.previous, &lists->list);
}

static inline void peer_clear(struct lists *lists)
{
#ifdef ZEROING
    struct node *next;
    for (struct node *node = lists->list.next; node != &lists->list; node = next) {
        next = node->next;
        leave(node);
    }
#endif
    head_reset(&lists->list);
}

#define PEER_FOR_EACH(lists, key) \
    for (struct node *node = (lists)->list.next; node != &(lists)->list; node = node->next) \
        for (int64_t key = element_of(node)->key, once = 1; once; once = 0)

#define PEER_CUTS
static inline void peer_cut_and_splice(struct lists *lists, const struct plan *plan, uint32_t index)
{
    cut_before(&lists->list, node_at(plan, index), &lists->other);
    splice_last(&lists->list, &lists->other);
}

#define PEER_SORTS
static struct node *merged(struct node *left, struct node *right)
{
    struct node *first, **place = &first;
    for (;;) {
        if (element_of(left)->key <= element_of(right)->key) {
            *place = left;
            place = &left->next;
            if (!(left = left->next)) {
                *place = right;
                return first;
            }
        } else {
            *place = right;
            place = &right->next;
            if (!(right = right->next)) {
                *place = left;
                return first;
            }
        }
    }
}

/* Runs of powers of two, merged as in a binary counter. */
static void peer_sort(struct lists *lists)
{
    struct node *runs[64] = {0}, *head = &lists->list, *all = NULL;
    int places = 0;
    if (head->next == head)
        return;
    head->previous->next = NULL;
    for (struct node *node = head->next, *next; node; node = next) {
        int place = 0;
        next = node->next;
        node->next = NULL;
        for (; runs[place]; place++) {
            node = merged(runs[place], node);
            runs[place] = NULL;
        }
        runs[place] = node;
        if (place >= places)
            places = place + 1;
    }
    for (int place = 0; place < places; place++)
        if (runs[place])
            all = all ? merged(runs[place], all) : runs[place];
    struct node *previous = head;
    for (struct node *node = all; node; node = node->next) {
        join(previous, node);
        previous = node;
    }
    join(previous, head);
}

#include "workloads.h"
