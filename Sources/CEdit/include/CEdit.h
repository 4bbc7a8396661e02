#ifndef CEDIT_H
#define CEDIT_H
#include <histedit.h>
#include <stdbool.h>
#include <stdio.h>
#include <wchar.h>
#endif
