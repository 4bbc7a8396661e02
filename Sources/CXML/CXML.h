#ifndef CXML_H
#define CXML_H
#include <libxml/xmlversion.h>
// Debian's libxml2 shows ICU's headers to whoever includes it; Foundation brings an ICU of its own, and the two do
// not go together. Nothing here needs them.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#endif
