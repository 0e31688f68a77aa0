/**
 * Code lists per endpoint and version, and so the crosswalk between endpoints.
 */
@NullMarked
package vn.lienthong.hub.catalog.codes;

import org.jspecify.annotations.NullMarked;
