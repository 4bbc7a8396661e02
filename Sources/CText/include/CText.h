#ifndef CTEXT_H
#define CTEXT_H
#include <iconv.h>
#endif
