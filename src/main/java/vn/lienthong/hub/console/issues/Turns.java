package vn.lienthong.hub.console.issues;

import java.util.List;

/**
 * How issues turned since a moment; each stands in one list.
 *
 * @param opened began since then and are nobody's yet
 * @param returned open again after they were resolved or silent
 * @param taken somebody said since then that they know of it or are at it
 * @param resolved said to be done since then, and nothing failed so since
 * @param others open from before, with nothing said since
 */
record Turns(List<Issue> opened, List<Issue> returned, List<Issue> taken, List<Issue> resolved, List<Issue> others) {}
