#ifndef CEDIT_H
#define CEDIT_H
#include <histedit.h>
#include <stdbool.h>
#include <stdio.h>
#include <wchar.h>

// libedit's setters take a variable number of arguments, which Swift cannot pass: one function for each shape.

typedef const wchar_t *(*cedit_prompt)(EditLine *);
typedef unsigned char (*cedit_command)(EditLine *, wint_t);
typedef int (*cedit_reader)(EditLine *, wchar_t *);

EditLine *cedit_new(const char *program);
void cedit_set_prompt(EditLine *, cedit_prompt);
void cedit_set_editor(EditLine *, const wchar_t *mode);
void cedit_set_history(EditLine *, HistoryW *);
void cedit_set_reader(EditLine *, cedit_reader);
void cedit_set_client(EditLine *, void *);
void *cedit_client(EditLine *);
/// libedit keeps both pointers: they must live as long as the editor.
void cedit_add_command(EditLine *, const wchar_t *name, const wchar_t *help, cedit_command);
/// Returns false when libedit refuses the key or the command.
bool cedit_bind(EditLine *, const wchar_t *key, const wchar_t *command);
void cedit_refresh(EditLine *);

void cedit_history_size(HistoryW *, int entries);
void cedit_history_enter(HistoryW *, const wchar_t *entry);

enum { CEDIT_RESIZED = -2, CEDIT_INTERRUPTED = -3 };
/// Reads one character of UTF-8 from the terminal: 1, 0 at the end of input, `CEDIT_RESIZED` when the window
/// has another size, `CEDIT_INTERRUPTED` when a signal came and `stop` says that it asks to stop.
int cedit_read_character(wchar_t *character, bool (*stop)(void));
/// Notes changes of the window's size from now on.
void cedit_watch_size(void);
/// The terminal's width in columns, 80 when it does not say.
int cedit_columns(void);
/// Character type of UTF-8, whatever the environment says; numbers keep their point.
void cedit_use_utf8(void);
void cedit_write(const char *text);

#endif
