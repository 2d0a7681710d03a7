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

#endif
