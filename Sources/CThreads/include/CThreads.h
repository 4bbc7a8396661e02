#ifndef CTHREADS_H
#define CTHREADS_H

/* The cores that taskset or a container leaves to this process; 0 where the system does not say. */
int threads_usable_cores(void);

/* Asks the scheduler to let this thread run often and briefly, its share unchanged, so that it gets a core soon after
   it is woken even where others never sleep (Linux 6.12 and later; elsewhere nothing happens). */
void threads_prefer_short_turns(void);

/* Tells the processor that this thread asks again and again, so that its neighbour on the core gets more done. */
static inline void threads_pause(void) {
#if defined(__x86_64__) || defined(__i386__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}
#endif
