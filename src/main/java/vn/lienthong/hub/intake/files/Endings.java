package vn.lienthong.hub.intake.files;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Endings of file names. */
final class Endings {

    private Endings() {}

    static String of(@Nullable String name) {
        String stripped = name == null ? "" : name.strip();
        return stripped.substring(stripped.lastIndexOf('.') + 1).equals(stripped)
                ? ""
                : stripped.substring(stripped.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
