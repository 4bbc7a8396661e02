#ifndef CINTERRUPT_H
#define CINTERRUPT_H
#include <stdbool.h>

/// The one flag that Ctrl-C raises. Everything that may take long polls it.
bool interrupt_requested(void);
/// Raises the flag and calls the listener. Safe in a signal handler.
void interrupt_request(void);
/// Lowers the flag; the prompt does so before each entry.
void interrupt_clear(void);
/// Called from `interrupt_request`, on the thread that raised it; must be safe in a signal handler.
void interrupt_listen(void (*listener)(void));
/// SIGINT raises the flag from now on (`true`), or does again what it did before (`false`).
void interrupt_catch_sigint(bool on);

#endif
