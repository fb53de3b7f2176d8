/* A circular list in the manner of the Linux kernel: two pointers in the element, a head that is a node. */
#ifndef KERNEL_LIST_H
#define KERNEL_LIST_H

#include <stddef.h>
#include <stdint.h>

struct node {
    struct node *next, *previous;
};

static inline void join(struct node *previous, struct node *next)
{
    previous->next = next;
    next->previous = previous;
}

static inline void head_reset(struct node *head) { join(head, head); }

static inline void insert_between(struct node *node, struct node *previous, struct node *next)
{
    join(previous, node);
    join(node, next);
}

/* Whether a node that is taken off is zeroed, so that it knows that it is on no list, or left as it is. */
static inline void leave(struct node *node)
{
#ifdef ZEROING
    node->next = node->previous = NULL;
#else
    (void)node;
#endif
}

static inline void unlink_node(struct node *node)
{
    join(node->previous, node->next);
    leave(node);
}

static inline void splice_last(struct node *head, struct node *other)
{
    if (other->next == other)
        return;
    struct node *first = other->next, *last = other->previous;
    join(head->previous, first);
    join(last, head);
    head_reset(other);
}

static inline void cut_before(struct node *head, struct node *mark, struct node *into)
{
    if (head->next == mark)
        return;
    struct node *first = head->next, *last = mark->previous;
    join(head, mark);
    join(into, first);
    join(last, into);
}

#endif
