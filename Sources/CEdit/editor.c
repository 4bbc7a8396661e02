#include "CEdit.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

EditLine *cedit_new(const char *program) { return el_init(program, stdin, stdout, stderr); }
void cedit_set_prompt(EditLine *e, cedit_prompt f) { el_wset(e, EL_PROMPT_ESC, f, (int)L'\1'); }
void cedit_set_editor(EditLine *e, const wchar_t *mode) { el_wset(e, EL_EDITOR, mode); }
void cedit_set_history(EditLine *e, HistoryW *h) { el_wset(e, EL_HIST, history_w, h); }
void cedit_set_reader(EditLine *e, cedit_reader f) { el_wset(e, EL_GETCFN, f); }
void cedit_set_client(EditLine *e, void *client) { el_wset(e, EL_CLIENTDATA, client); }
void *cedit_client(EditLine *e) {
  void *client = NULL;
  el_wget(e, EL_CLIENTDATA, &client);
  return client;
}
void cedit_add_command(EditLine *e, const wchar_t *name, const wchar_t *help, cedit_command f) {
  el_wset(e, EL_ADDFN, name, help, f);
}
bool cedit_bind(EditLine *e, const wchar_t *key, const wchar_t *command) {
  return el_wset(e, EL_BIND, key, command, NULL) == 0;
}
void cedit_refresh(EditLine *e) { el_wset(e, EL_REFRESH); }

void cedit_history_size(HistoryW *h, int entries) {
  HistEventW event;
  history_w(h, &event, H_SETSIZE, entries);
  history_w(h, &event, H_SETUNIQUE, 1);
}
void cedit_history_enter(HistoryW *h, const wchar_t *entry) {
  HistEventW event;
  history_w(h, &event, H_ENTER, entry);
}

static volatile sig_atomic_t resized;
static void on_resize(int signal) {
  (void)signal;
  resized = 1;
}
void cedit_watch_size(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = on_resize;
  sigemptyset(&action.sa_mask);
  sigaction(SIGWINCH, &action, NULL);
}

int cedit_read_character(wchar_t *character, bool (*stop)(void)) {
  char bytes[8];
  size_t count = 0;
  for (;;) {
    if (resized) {
      resized = 0;
      return CEDIT_RESIZED;
    }
    ssize_t got = read(STDIN_FILENO, bytes + count, 1);
    if (got < 0 && errno == EINTR) {
      if (stop()) return CEDIT_INTERRUPTED;
      continue;
    }
    if (got <= 0) return (int)got;
    count++;
    mbstate_t state;
    memset(&state, 0, sizeof state);
    size_t used = mbrtowc(character, bytes, count, &state);
    if (used == (size_t)-2 && count < sizeof bytes) continue;
    if (used == (size_t)-1 || used == (size_t)-2) *character = 0xFFFD;
    if (used == 0) *character = 0;
    return 1;
  }
}

int cedit_columns(void) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return 80;
}

void cedit_use_utf8(void) {
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0) setlocale(LC_CTYPE, "C.UTF-8");
}

void cedit_write(const char *text) {
  fputs(text, stdout);
  fflush(stdout);
}
