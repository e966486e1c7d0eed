/* fault-disk.h: a layer over SQLite's file access that fails calls on request. */
#pragma once

typedef enum
{
  CALL_WRITE = 1 << 0,
  CALL_SYNC = 1 << 1,
  CALL_TRUNCATE = 1 << 2,
  CALL_OPEN = 1 << 3,
  CALL_READ = 1 << 4,
  CALL_LOCK = 1 << 5,
  CALL_ALL = (1 << 6) - 1,
} Calls;

/* Becomes SQLite's way to files; to be called before anything is opened. */
void fault_install (void);

/* From the call number @after on, @times calls of the kinds in @calls fail, with the result
 * code @code of SQLite and the system's error number @number. */
void fault_break_disk (int calls, int code, int number, int after, int times);
void fault_mend_disk (void);
int fault_count (void);
void fault_kill_handles (void);
