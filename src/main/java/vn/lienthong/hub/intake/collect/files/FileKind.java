package vn.lienthong.hub.intake.collect.files;

import org.springframework.stereotype.Component;
import vn.lienthong.hub.intake.collect.Kind;
import vn.lienthong.hub.intake.collect.Section;

/** {@code collect.by: sftp}. */
@Component
class FileKind implements Kind {

    static final String BY = "sftp";

    @Override
    public String by() {
        return BY;
    }

    @Override
    public void check(String format, Section section) {
        FileRules.read(section);
    }
}
