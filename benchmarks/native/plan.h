/* What a round is told: the same for every contender. */
#ifndef PLAN_H
#define PLAN_H

#include <stdint.h>
#include <stddef.h>

#ifndef ELEMENT_SIZE
#error "ELEMENT_SIZE is the size of an element in bytes."
#endif

struct plan {
    char *elements;        /* count elements of ELEMENT_SIZE bytes: a key, a node of two pointers, the rest */
    const uint32_t *order; /* the order of the list: indexes of elements */
    const uint32_t *picks; /* one random index for each step */
    int64_t count;
    int64_t steps;
    void *heads;           /* memory for the heads: 256 bytes */
};

#define JOIN3(peer, size, name) peer##_##size##_##name
#define JOIN(peer, size, name) JOIN3(peer, size, name)
#define EXPORT(name) JOIN(PEER, ELEMENT_SIZE, name)

#endif
