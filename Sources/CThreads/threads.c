#define _GNU_SOURCE
#include "CThreads.h"
#ifdef __linux__
#include <sched.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

int threads_usable_cores(void) {
  cpu_set_t cores;
  return sched_getaffinity(0, sizeof cores, &cores) == 0 ? CPU_COUNT(&cores) : 0;
}

/* The first version of the kernel's struct sched_attr, which libc does not declare. */
struct scheduling {
  uint32_t size, policy;
  uint64_t flags;
  int32_t nice;
  uint32_t priority;
  uint64_t runtime, deadline, period;
};

void threads_prefer_short_turns(void) {
  const uint64_t nanoseconds = 100000;
  struct scheduling now = {.size = sizeof now};
  if (syscall(SYS_sched_getattr, 0, &now, sizeof now, 0) != 0 || now.policy != SCHED_OTHER) return;
  now.runtime = nanoseconds;
  (void)syscall(SYS_sched_setattr, 0, &now, 0);
}
#else
int threads_usable_cores(void) { return 0; }
void threads_prefer_short_turns(void) {}
#endif
