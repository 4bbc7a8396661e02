#ifndef CEDIT_H
#define CEDIT_H
#include <histedit.h>
#include <stdbool.h>
#include <stdio.h>
#include <wchar.h>

// libedit's setters take a variable number of arguments, which Swift cannot pass: one function for each shape.

typedef unsigned char (*cedit_command)(EditLine *, wint_t);
typedef int (*cedit_reader)(EditLine *, wchar_t *);

/// An editor that reads keys from the terminal and draws nothing: its screen is `/dev/null`.
EditLine *cedit_new(const char *program);
void cedit_end(EditLine *);
void cedit_set_editor(EditLine *, const wchar_t *mode);
void cedit_set_reader(EditLine *, cedit_reader);
void cedit_set_client(EditLine *, void *);
void *cedit_client(EditLine *);
/// libedit keeps both pointers: they must live as long as the editor.
void cedit_add_command(EditLine *, const wchar_t *name, const wchar_t *help, cedit_command);
/// Returns false when libedit refuses the key or the command.
bool cedit_bind(EditLine *, const wchar_t *key, const wchar_t *command);
/// Puts the terminal back into the mode for editing after another program had it.
void cedit_retake_terminal(EditLine *);

enum { CEDIT_RESIZED = -2, CEDIT_INTERRUPTED = -3, CEDIT_CONTINUED = -4, CEDIT_IDLE = -5 };
/// Reads one character of UTF-8 from the terminal: 1, 0 at the end of input, `CEDIT_IDLE` when none comes within
/// the time (a negative time waits for ever), `CEDIT_RESIZED` when the window has another size, `CEDIT_CONTINUED`
/// when the process was stopped and goes on, `CEDIT_INTERRUPTED` when `stop` says so.
int cedit_read_character(wchar_t *character, int milliseconds, bool (*stop)(void));
/// Notes changes of the window's size, and that a stopped process goes on, from now on.
void cedit_watch_terminal(void);
/// The terminal's size, 80 by 24 when it does not say.
void cedit_window(int *columns, int *rows);
/// Character type of UTF-8, whatever the environment says; numbers keep their point.
void cedit_use_utf8(void);
void cedit_write(const char *text);

#endif
