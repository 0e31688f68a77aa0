package vn.lienthong.hub.intake.collect.mail;

import org.springframework.stereotype.Component;
import vn.lienthong.hub.intake.collect.Kind;
import vn.lienthong.hub.intake.collect.Section;

/** {@code collect.by: mail}. */
@Component
class MailKind implements Kind {

    static final String BY = "mail";

    @Override
    public String by() {
        return BY;
    }

    @Override
    public void check(String format, Section section) {
        MailRules.read(section);
    }
}
