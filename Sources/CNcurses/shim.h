#ifndef FARAGIR_NCURSES_SHIM_H
#define FARAGIR_NCURSES_SHIM_H
/* Without both, curses.h declares no cchar_t and its functions take bytes. */
#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#include <curses.h>
#include <term.h>
#include <wchar.h>
#include <string.h>
#include <fcntl.h>
#include <sys/ioctl.h>

/* Globals and macros of curses that Swift cannot see, or may not share between threads. */

/* newterm instead of initscr, which ends the process when it fails. `line` is what curses writes to. */
static inline int faragir_open(int line) {
  FILE *output = fdopen(line, "w");
  return output && newterm(NULL, output, stdin) != NULL;
}

/* Declared for _GNU_SOURCE alone, by <sys/mman.h> and <unistd.h>. 1 is MFD_CLOEXEC. */
extern int memfd_create(const char *name, unsigned int flags);
extern int dup3(int from, int to, int flags);
static inline int faragir_memory(void) { return memfd_create("faragir-picture", 1); }
static inline int faragir_point(int line, int file) { return dup3(file, line, O_CLOEXEC); }
static inline int faragir_rows(void) { return LINES; }
static inline int faragir_columns(void) { return COLS; }
static inline int faragir_colours(void) { return COLORS; }

/* Every change of attributes also leaves the second character set (ESC ( B, or SI), which we never
 * enter: a third of the bytes of a step of the cursor. curses reads its own copy of the description,
 * the one tigetstr answers from, so the strings are cut where they stand. */
static inline void faragir_shorten_attributes(void) {
  static const char before[] = "%?%p9%t\033(0%e\033(B%;", after[] = "%?%p9%t\016%e\017%;";
  char *end = tigetstr("sgr0"), *set = tigetstr("sgr");
  if (!end || !set || end == (char *)-1 || set == (char *)-1) return;
  size_t length = strlen(set);
  if (!strcmp(end, "\033(B\033[m") && !strncmp(set, before, sizeof before - 1)) {
    strcpy(end, "\033[m");
    memmove(set, set + sizeof before - 1, length - sizeof before + 2);
  } else if (!strcmp(end, "\033[m\017") && length >= sizeof after - 1
             && !strcmp(set + length - sizeof after + 1, after)) {
    end[3] = 0;
    set[length - sizeof after + 1] = 0;
  }
}

/* Keys as they come (Ctrl-C, Ctrl-S, Ctrl-Z too), no echo, scrolling by the terminal itself. */
static inline void faragir_set_up(void) {
  raw();
  noecho();
  nonl();
  intrflush(stdscr, FALSE);
  idlok(stdscr, TRUE);
  scrollok(stdscr, FALSE);
  /* A refresh must not stop half-way when a key arrives: the program decides when to draw. */
  typeahead(-1);
  faragir_shorten_attributes();
}

static inline int faragir_pair(short number, short foreground, short background) {
  return init_pair(number, foreground, background);
}

static inline attr_t faragir_attributes(int bold, int underline, int reverse, int dim) {
  return (bold ? A_BOLD : 0) | (underline ? A_UNDERLINE : 0) | (reverse ? A_REVERSE : 0)
      | (dim ? A_DIM : 0);
}

static inline int faragir_width(wchar_t scalar) { return wcwidth(scalar); }

/* setcchar says OK to what it cannot show; the caller has checked the width. */
static inline void faragir_set_cell(
    cchar_t *cell, const wchar_t *text, attr_t attributes, short pair) {
  if (setcchar(cell, text, attributes, pair, NULL) != OK) {
    static const wchar_t blank[] = L"?";
    setcchar(cell, blank, attributes, pair, NULL);
  }
}

static inline void faragir_put(int row, int column, const cchar_t *cells, int count) {
  mvwadd_wchnstr(stdscr, row, column, cells, count);
}

/* A row below 0 hides the cursor, and then it may stay wherever it is. */
static inline void faragir_show(int row, int column) {
  leaveok(stdscr, row < 0);
  if (row >= 0) wmove(stdscr, row, column);
  wrefresh(stdscr);
}

/* The next refresh clears the screen and sends all of it. */
static inline void faragir_forget(void) { clearok(curscr, TRUE); }

/* What the terminal's description says a key sends; NULL when it has no such key. */
static inline const char *faragir_key(const char *name) {
  char *text = tigetstr((char *)name);
  return text == (char *)-1 ? NULL : text;
}

/* ioctl is variadic, so Swift cannot call it. */
static inline int faragir_window_size(int file, struct winsize *size) {
  return ioctl(file, TIOCGWINSZ, size);
}

/* The pairs of the console's font map (console_ioctl(4), GIO_UNIMAP); `count` in and out. */
struct faragir_pair_of_map { unsigned short scalar, glyph; };
static inline int faragir_console_map(
    int file, unsigned short *count, struct faragir_pair_of_map *pairs) {
  struct { unsigned short count; struct faragir_pair_of_map *pairs; } map = { *count, pairs };
  int result = ioctl(file, 0x4B66, &map);
  *count = map.count;
  return result;
}
#endif
