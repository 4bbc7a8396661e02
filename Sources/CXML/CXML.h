#ifndef CXML_H
#define CXML_H
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#endif
