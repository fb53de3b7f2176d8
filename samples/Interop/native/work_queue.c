#include "work_queue.h"

#include <stdlib.h>

static struct job *job_of(struct list *node)
{
    return (struct job *)((char *)node - offsetof(struct job, in_queue));
}

/* The C# side zeroes a head that it clears or drains, and one that it has just declared is zero too. */
static void make_ready(struct list *head)
{
    if (head->next == NULL) {
        head->next = head;
        head->previous = head;
    }
}

static int is_empty(const struct list *head)
{
    return head->next == NULL || head->next == head;
}

static void append(struct list *head, struct list *node)
{
    make_ready(head);
    node->next = head;
    node->previous = head->previous;
    head->previous->next = node;
    head->previous = node;
}

static void take_out(struct list *node)
{
    node->previous->next = node->next;
    node->next->previous = node->previous;
    node->next = NULL;
    node->previous = NULL;
}

static void destroy_all(struct list *head)
{
    while (!is_empty(head)) {
        struct job *job = job_of(head->next);
        take_out(&job->in_queue);
        job_destroy(job);
    }
}

struct work_queue *work_queue_create(int jobs)
{
    struct work_queue *queue = calloc(1, sizeof(struct work_queue));
    if (queue == NULL)
        return NULL;

    make_ready(&queue->pending);
    make_ready(&queue->done);
    for (int number = 1; number <= jobs; number++) {
        struct job *job = job_create(number);
        if (job == NULL) {
            work_queue_destroy(queue);
            return NULL;
        }
        work_queue_submit(queue, job);
    }
    return queue;
}

void work_queue_destroy(struct work_queue *queue)
{
    destroy_all(&queue->pending);
    destroy_all(&queue->done);
    free(queue);
}

struct job *job_create(int number)
{
    struct job *job = calloc(1, sizeof(struct job));
    if (job != NULL)
        job->number = number;
    return job;
}

void job_destroy(struct job *job)
{
    free(job);
}

void work_queue_submit(struct work_queue *queue, struct job *job)
{
    append(&queue->pending, &job->in_queue);
}

struct job *work_queue_take(struct work_queue *queue)
{
    if (is_empty(&queue->pending))
        return NULL;

    struct job *job = job_of(queue->pending.next);
    take_out(&job->in_queue);
    queue->taken++;
    return job;
}

void work_queue_finish(struct work_queue *queue, struct job *job)
{
    append(&queue->done, &job->in_queue);
}

void job_cancel(struct job *job)
{
    take_out(&job->in_queue);
}

int list_numbers(const struct list *head, int backwards, int *numbers, int capacity)
{
    int count = 0;
    if (is_empty(head))
        return head->previous == head->next ? 0 : -1;

    const struct list *node = head;
    do {
        if (node->next->previous != node || node->previous->next != node)
            return -1;
        if (node != head) {
            if (count < capacity)
                numbers[count] = job_of((struct list *)node)->number;
            count++;
        }
        node = backwards ? node->previous : node->next;
    } while (node != head);
    return count;
}

int job_is_free(const struct job *job)
{
    return job->in_queue.next == NULL && job->in_queue.previous == NULL;
}

size_t list_size(void) { return sizeof(struct list); }
size_t list_next_offset(void) { return offsetof(struct list, next); }
size_t list_previous_offset(void) { return offsetof(struct list, previous); }
size_t job_size(void) { return sizeof(struct job); }
size_t job_in_queue_offset(void) { return offsetof(struct job, in_queue); }
size_t work_queue_size(void) { return sizeof(struct work_queue); }
size_t work_queue_pending_offset(void) { return offsetof(struct work_queue, pending); }
size_t work_queue_done_offset(void) { return offsetof(struct work_queue, done); }
