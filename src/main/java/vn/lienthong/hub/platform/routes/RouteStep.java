package vn.lienthong.hub.platform.routes;

import java.util.List;

/**
 * What a route does in its turn.
 *
 * @param kind as Camel names it, such as {@code bean} or {@code doTry}
 * @param what with which bean, to which queue; empty for what only holds others
 * @param steps those inside it
 */
public record RouteStep(String kind, String what, List<RouteStep> steps) {}
