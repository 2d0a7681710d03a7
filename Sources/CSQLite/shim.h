#ifndef FARAGIR_SQLITE_SHIM_H
#define FARAGIR_SQLITE_SHIM_H
/* The session extension is compiled into Debian's library; its declarations are hidden without these. */
#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>
#include <sys/vfs.h>

/* What kind of file system holds a path (linux/magic.h), 0 when unknown; Swift's Glibc has no statfs. */
static inline unsigned int faragir_disk_kind(const char *path) {
  struct statfs facts;
  return statfs(path, &facts) == 0 ? (unsigned int)facts.f_type : 0;
}

/* SQLITE_TRANSIENT is a cast of -1 to a function pointer, which Swift does not import. */
static inline int faragir_bind_text(sqlite3_stmt *s, int i, const char *bytes, int count) {
  return sqlite3_bind_text(s, i, bytes, count, SQLITE_TRANSIENT);
}
static inline int faragir_bind_blob(sqlite3_stmt *s, int i, const void *bytes, int count) {
  return sqlite3_bind_blob(s, i, bytes, count, SQLITE_TRANSIENT);
}
/* Keeps the log of a database apart from it when the last connection closes: what is looked at for
   salvage is not changed. sqlite3_db_config takes a variable list, which Swift does not import. */
static inline int faragir_keep_log(sqlite3 *db) {
  return sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0);
}

/* A disk that is slow to flush, for measurements: the default VFS, whose files wait before they sync.
   Each opened file gets its methods with another xSync. The unix VFS has several kinds of methods (those
   of a database lock, those of a log do not); all sync in the same way. */
#include <string.h>
#include <unistd.h>
#define FARAGIR_SLOW_KINDS 4
struct faragir_slow {
  unsigned int delay;
  sqlite3_vfs vfs;
  const sqlite3_io_methods *kinds[FARAGIR_SLOW_KINDS];
  sqlite3_io_methods slow[FARAGIR_SLOW_KINDS];
  int (*sync)(sqlite3_file *, int);
  int (*open)(sqlite3_vfs *, const char *, sqlite3_file *, int, int *);
};

/* Swift's importer gives no storage to a static variable of the file, but to one of a function. */
static inline struct faragir_slow *faragir_slow(void) {
  static struct faragir_slow it;
  return &it;
}

static inline int faragir_slow_sync(sqlite3_file *file, int flags) {
  usleep(faragir_slow()->delay);
  return faragir_slow()->sync(file, flags);
}

static inline int faragir_slow_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out) {
  struct faragir_slow *it = faragir_slow();
  int code = it->open(vfs, name, file, flags, out);
  for (int kind = 0; code == SQLITE_OK && file->pMethods && kind < FARAGIR_SLOW_KINDS; kind++) {
    if (!it->kinds[kind]) {
      it->kinds[kind] = file->pMethods;
      it->slow[kind] = *file->pMethods;
      it->slow[kind].xSync = faragir_slow_sync;
      it->sync = file->pMethods->xSync;
    }
    if (it->kinds[kind] == file->pMethods) {
      file->pMethods = &it->slow[kind];
      break;
    }
  }
  return code;
}

static inline void faragir_slow_disk(const char *name, unsigned int microseconds) {
  struct faragir_slow *it = faragir_slow();
  it->delay = microseconds;
  if (it->open) return;
  sqlite3_vfs *usual = sqlite3_vfs_find(0);
  it->open = usual->xOpen;
  it->vfs = *usual;
  it->vfs.pNext = 0;
  it->vfs.zName = strdup(name);
  it->vfs.xOpen = faragir_slow_open;
  sqlite3_vfs_register(&it->vfs, 0);
}
#endif
