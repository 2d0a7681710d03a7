/* In C, because for a Swift target with resources SwiftPM writes code that imports all of
   Foundation, which the product must not carry. */
#include "CAssets.h"
