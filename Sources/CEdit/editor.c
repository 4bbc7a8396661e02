#include "CEdit.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

EditLine *cedit_new(const char *program) {
  FILE *nowhere = fopen("/dev/null", "we");
  if (!nowhere) return NULL;
  EditLine *e = el_init(program, stdin, stdout, stderr);
  if (!e) {
    fclose(nowhere);
    return NULL;
  }
  el_wset(e, EL_SETFP, 1, nowhere);
  return e;
}
void cedit_end(EditLine *e) {
  FILE *nowhere = NULL;
  el_wget(e, EL_GETFP, 1, &nowhere);
  el_end(e);
  if (nowhere) fclose(nowhere);
}
void cedit_set_editor(EditLine *e, const wchar_t *mode) { el_wset(e, EL_EDITOR, mode); }
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
void cedit_retake_terminal(EditLine *e) {
  el_wset(e, EL_PREP_TERM, 0);
  el_wset(e, EL_PREP_TERM, 1);
}

static volatile sig_atomic_t resized, continued;
static void on_signal(int signal) {
  if (signal == SIGWINCH) resized = 1;
  if (signal == SIGCONT) continued = 1;
}
void cedit_watch_terminal(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = on_signal;
  sigemptyset(&action.sa_mask);
  sigaction(SIGWINCH, &action, NULL);
  sigaction(SIGCONT, &action, NULL);
}

int cedit_read_character(wchar_t *character, int milliseconds, bool (*stop)(void)) {
  char bytes[8];
  size_t count = 0;
  for (;;) {
    if (continued) {
      continued = 0;
      return CEDIT_CONTINUED;
    }
    if (resized) {
      resized = 0;
      return CEDIT_RESIZED;
    }
    if (stop()) return CEDIT_INTERRUPTED;
    if (count == 0 && milliseconds >= 0) {
      struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
      int ready = poll(&input, 1, milliseconds);
      if (ready == 0) return CEDIT_IDLE;
      if (ready < 0) continue;
    }
    ssize_t got = read(STDIN_FILENO, bytes + count, 1);
    if (got < 0 && errno == EINTR) continue;
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

void cedit_window(int *columns, int *rows) {
  struct winsize size;
  bool known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0;
  *columns = known && size.ws_col > 0 ? size.ws_col : 80;
  *rows = known && size.ws_row > 0 ? size.ws_row : 24;
}

void cedit_use_utf8(void) {
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0) setlocale(LC_CTYPE, "C.UTF-8");
}

void cedit_write(const char *text) {
  fflush(stdout);
  for (size_t left = strlen(text); left > 0;) {
    ssize_t sent = write(STDOUT_FILENO, text, left);
    if (sent < 0 && errno != EINTR && errno != EAGAIN) return;
    if (sent < 0) continue;
    text += sent;
    left -= (size_t)sent;
  }
}
