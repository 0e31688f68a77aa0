package vn.lienthong.hub.intake.collect.view;

import org.springframework.stereotype.Component;
import vn.lienthong.hub.intake.collect.Kind;
import vn.lienthong.hub.intake.collect.Section;

/** {@code collect.by: view}. */
@Component
class ViewKind implements Kind {

    static final String BY = "view";

    @Override
    public String by() {
        return BY;
    }

    @Override
    public void check(String format, Section section) {
        ViewRules.read(section);
        if (!format.equals("json")) {
            throw section.wrong("by", "view hands rows over as JSON: the sender's format must be json, not " + format);
        }
    }
}
