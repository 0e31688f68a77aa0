package vn.lienthong.hub.intake.collect;

import java.util.Set;
import org.springframework.stereotype.Component;

/** {@code collect.by: http}. */
@Component
class HttpKind implements Kind {

    static final String BY = "http";

    @Override
    public String by() {
        return BY;
    }

    @Override
    public void check(String format, Section section) {
        HttpRules rules = HttpRules.read(section);
        if (!rules.whole() && !Set.of("json", "xml").contains(format)) {
            throw section.wrong("whole", "is missing: a list of " + format + " is fetched as a whole");
        }
        if (format.equals("xml") && !rules.whole() && rules.items().isEmpty()) {
            throw section.wrong("items", "is missing: an XML answer is no list itself");
        }
    }
}
