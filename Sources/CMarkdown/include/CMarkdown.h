#ifndef CMARKDOWN_H
#define CMARKDOWN_H
#include <stddef.h>

/// Markdown (CommonMark with GitHub's tables) as HTML; raw HTML in it is left out. The caller frees the result,
/// which is NULL when there is no memory.
char *markdown_html(const char *text, size_t length);

#endif
