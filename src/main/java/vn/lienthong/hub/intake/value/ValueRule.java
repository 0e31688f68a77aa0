package vn.lienthong.hub.intake.value;

import java.time.LocalDate;
import tools.jackson.databind.JsonNode;

/** Turns a sender's value into the canonical one. */
@FunctionalInterface
public interface ValueRule {

    /** Judges a value that is present and not blank; {@code today} is for ages. */
    Ruled apply(JsonNode value, LocalDate today);
}
