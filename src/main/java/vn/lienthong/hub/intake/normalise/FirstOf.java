package vn.lienthong.hub.intake.normalise;

import java.util.List;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.intake.value.Scalars;

/** The first of several places that says something. */
record FirstOf(List<Expression> places) implements Expression {

    @Override
    public JsonNode of(Source source) {
        return place(source).of(source);
    }

    @Override
    public String label(Source source) {
        return place(source).label(source);
    }

    private Expression place(Source source) {
        for (Expression place : places) {
            if (!Scalars.isBlank(place.of(source))) {
                return place;
            }
        }
        return places.getFirst();
    }
}
