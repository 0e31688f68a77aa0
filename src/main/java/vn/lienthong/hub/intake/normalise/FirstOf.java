package vn.lienthong.hub.intake.normalise;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import vn.lienthong.hub.intake.value.Scalars;

/** The first of several places that says something. */
record FirstOf(List<Expression> places) implements Expression {

    @Override
    public JsonNode of(Source source) {
        for (Expression place : places) {
            JsonNode value = place.of(source);
            if (!Scalars.isBlank(value)) {
                return value;
            }
        }
        return MissingNode.getInstance();
    }

    @Override
    public String label() {
        return places.getFirst().label();
    }
}
