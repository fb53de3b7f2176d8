/* A queue of work as a C library might have it: jobs that embed the links of a circular list. */
#ifndef WORK_QUEUE_H
#define WORK_QUEUE_H

#include <stddef.h>

/*
 * A head or a node: next before previous, as in ListHead and ListNode.
 * A head is empty when both links are null or at itself. A node that is on no list has null links:
 * whoever removes a job zeroes its node, since the C# side takes every other node for a linked one.
 */
struct list {
    struct list *next;
    struct list *previous;
};

struct job {
    int number;
    struct list in_queue;
};

struct work_queue {
    int taken;
    struct list pending;
    struct list done;
};

/* A queue with jobs that are numbered from 1; null when there is no memory. */
struct work_queue *work_queue_create(int jobs);

/* Frees a queue with the jobs that are left in it, which must all come from job_create. */
void work_queue_destroy(struct work_queue *queue);

/* A job on no list; null when there is no memory. */
struct job *job_create(int number);

/* Frees a job that is on no list. */
void job_destroy(struct job *job);

void work_queue_submit(struct work_queue *queue, struct job *job);

/* Removes the first pending job; null when there is none. */
struct job *work_queue_take(struct work_queue *queue);

/* Adds a job that was taken to those that are done. */
void work_queue_finish(struct work_queue *queue, struct job *job);

/* Removes a job from the list that it is on. */
void job_cancel(struct job *job);

/*
 * Writes the numbers of the jobs of a list, forwards or backwards, up to a capacity.
 * Returns how many jobs there are, or -1 when a link does not point back.
 */
int list_numbers(const struct list *head, int backwards, int *numbers, int capacity);

/* Whether a job is on no list. */
int job_is_free(const struct job *job);

/* The layout, as this compiler has it. */
size_t list_size(void);
size_t list_next_offset(void);
size_t list_previous_offset(void);
size_t job_size(void);
size_t job_in_queue_offset(void);
size_t work_queue_size(void);
size_t work_queue_pending_offset(void);
size_t work_queue_done_offset(void);

#endif
