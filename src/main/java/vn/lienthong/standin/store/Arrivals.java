package vn.lienthong.standin.store;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The records of one call; a {@code whole} call is stored entirely or not at all. */
public record Arrivals(Kind kind, String unit, List<ObjectNode> records, boolean whole) {}
