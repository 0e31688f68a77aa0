/**
 * The hub's own API as the pages of the console ask it: over loopback, with the proof of whoever is looking, so that a
 * page can show and do exactly what its reader could by the API.
 */
@NullMarked
package vn.lienthong.hub.console.api;

import org.jspecify.annotations.NullMarked;
