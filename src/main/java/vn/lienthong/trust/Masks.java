package vn.lienthong.trust;

import org.jspecify.annotations.Nullable;

/** What of a personal value may be shown or logged: enough to recognise it, not enough to know it. */
public final class Masks {

    private static final char STAR = '*';

    private Masks() {}

    /** {@code 038090000001} becomes {@code 038******001}; a shorter id shows less. */
    public static String personalId(@Nullable String id) {
        return ends(id, 3, 3);
    }

    /** {@code 0900000001} becomes {@code 090*****01}. */
    public static String phone(@Nullable String phone) {
        return ends(phone, 3, 2);
    }

    /** {@code TRẦN VĂN THỬ} becomes {@code T*** V** T**}. */
    public static String name(@Nullable String name) {
        if (name == null) {
            return "";
        }
        StringBuilder masked = new StringBuilder(name.length());
        boolean start = true;
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            boolean space = Character.isWhitespace(letter);
            masked.append(space || start ? letter : STAR);
            start = space;
        }
        return masked.toString();
    }

    /** Nothing but its length class is shown. */
    public static String address(@Nullable String address) {
        return address == null || address.isEmpty() ? "" : "***";
    }

    /** {@code an.thu@example.org} becomes {@code a***@example.org}. */
    public static String email(@Nullable String email) {
        int at = email == null ? -1 : email.indexOf('@');
        return email == null || at < 1 ? address(email) : email.charAt(0) + "***" + email.substring(at);
    }

    /** A dossier code is no secret, but a value that is not one is cut short and loses its control characters. */
    public static String code(@Nullable String code) {
        return code == null ? "" : plain(code, 64);
    }

    /** For a value of unknown kind: its first and last character. */
    public static String value(@Nullable String value) {
        return ends(value == null ? null : plain(value, 64), 1, 1);
    }

    /** For any text: every letter shows as x or X and every digit as 9, so that its form can be judged but not read. */
    public static String shape(String text) {
        StringBuilder shape = new StringBuilder(text.length());
        text.codePoints().map(Masks::shape).forEach(shape::appendCodePoint);
        return shape.toString();
    }

    private static int shape(int letter) {
        if (Character.isDigit(letter)) {
            return '9';
        }
        if (Character.isLetter(letter)) {
            return Character.isUpperCase(letter) ? 'X' : 'x';
        }
        return letter;
    }

    private static String ends(@Nullable String text, int head, int tail) {
        if (text == null) {
            return "";
        }
        String safe = plain(text, 64);
        int shown = safe.length() >= 2 * (head + tail) ? head + tail : 0;
        if (shown == 0) {
            return "*".repeat(safe.length());
        }
        return safe.substring(0, head) + "*".repeat(safe.length() - shown) + safe.substring(safe.length() - tail);
    }

    private static String plain(String text, int longest) {
        String cut = text.length() > longest ? text.substring(0, longest) : text;
        for (int i = 0; i < cut.length(); i++) {
            if (Character.isISOControl(cut.charAt(i))) {
                return cut.replaceAll("\\p{Cntrl}", "?");
            }
        }
        return cut;
    }
}
