#ifndef CODBC_H
#define CODBC_H
#include <sql.h>
#include <sqlext.h>
#include <sqlucode.h>

/* What Swift cannot take from the macros of the standard: sums of others, and pointers that hold numbers. */
enum {
  odbc_as_int64 = SQL_C_SBIGINT,
  odbc_as_double = SQL_C_DOUBLE,
  odbc_as_bit = SQL_C_BIT,
  odbc_as_wide = SQL_C_WCHAR,
  odbc_as_timestamp = SQL_C_TYPE_TIMESTAMP,
};

/* A number where the standard wants a pointer. */
static inline SQLPOINTER odbc_number(SQLULEN value) { return (SQLPOINTER)value; }
#endif
