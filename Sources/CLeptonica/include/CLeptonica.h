#ifndef CLEPTONICA_H
#define CLEPTONICA_H
#include <leptonica/allheaders.h>
#endif
