package vn.lienthong.hub.intake.normalise;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Damages a push the way lines, programs and attackers do. */
record Damage(Random random) {

    private static final List<String> NASTY = List.of(
            "\u0000",
            "\ufeff",
            "\u202e",
            "\ud800",
            "\"",
            "\\u0000",
            "\\",
            "{",
            "[",
            "]]>",
            "<![CDATA[",
            "<!DOCTYPE a [<!ENTITY b \"c\">]>&b;",
            "&#0;",
            "&lt;",
            "%00",
            "1e999999",
            "1e9999999999",
            "-0",
            "NaN",
            "0000-00-00 00:00:00",
            "31/02/2026",
            "99999999999999999999999999999",
            "null",
            "true",
            "\r\n",
            "\t",
            ";",
            "\"\"",
            "a\u0306\u0323",
            "=cmd()");
    private static final Pattern VALUE = Pattern.compile("\"[^\"]*\"|\\d+(\\.\\d+)?|>[^<]+<");

    byte[] done(byte[] push, byte[] other) {
        byte[] damaged = push;
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
            damaged = once(damaged, other);
        }
        return damaged;
    }

    private byte[] once(byte[] push, byte[] other) {
        int at = push.length == 0 ? 0 : random.nextInt(push.length);
        int end = Math.min(push.length, at + 1 + random.nextInt(40));
        return switch (random.nextInt(11)) {
            case 0 -> joined(push, 0, at, nasty(), push, at);
            case 1 -> joined(push, 0, at, new byte[0], push, end);
            case 2 -> joined(push, 0, end, new byte[0], push, at);
            case 3 -> joined(push, 0, at, new byte[0], new byte[0], 0);
            case 4 -> flipped(push, at);
            case 5 -> joined(push, 0, at, slice(other), push, end);
            case 6 -> joined(push, 0, at, deep(), push, at);
            case 7 -> text(push).getBytes(StandardCharsets.UTF_16);
            case 8 -> joined(push, 0, push.length, new byte[0], push, 0);
            default -> valueReplaced(text(push)).getBytes(StandardCharsets.UTF_8);
        };
    }

    /** The likeliest mistake of a program: a value of another kind. */
    private String valueReplaced(String push) {
        Matcher values = VALUE.matcher(push);
        int from = push.isEmpty() ? 0 : random.nextInt(push.length());
        if (!values.find(from)) {
            return push;
        }
        String was = values.group();
        String value = random.nextInt(6) == 0 ? "x".repeat(1 << random.nextInt(18)) : nastyText();
        String now = was.startsWith(">") ? ">" + value + "<" : "\"" + value.replace("\"", "") + "\"";
        String bare = random.nextBoolean()
                ? now
                : List.of("null", "{}", "[]", "-1", "[[\"a\"]]").get(random.nextInt(5));
        return push.substring(0, values.start()) + bare + push.substring(values.end());
    }

    private byte[] nasty() {
        return nastyText().getBytes(StandardCharsets.UTF_8);
    }

    private String nastyText() {
        return NASTY.get(random.nextInt(NASTY.size()));
    }

    private byte[] deep() {
        String opening = List.of("[", "{\"a\":", "<a>", "(", "\"").get(random.nextInt(5));
        return opening.repeat(1 << random.nextInt(14)).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] slice(byte[] other) {
        int from = other.length == 0 ? 0 : random.nextInt(other.length);
        int to = Math.min(other.length, from + random.nextInt(200));
        return Arrays.copyOfRange(other, from, to);
    }

    private static byte[] flipped(byte[] push, int at) {
        byte[] flipped = push.clone();
        if (flipped.length > 0) {
            flipped[at] ^= (byte) (1 << (at % 8));
        }
        return flipped;
    }

    private static byte[] joined(byte[] head, int from, int to, byte[] middle, byte[] tail, int tailFrom) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(head, from, to - from);
        joined.writeBytes(middle);
        joined.write(tail, tailFrom, tail.length - tailFrom);
        return joined.toByteArray();
    }

    private static String text(byte[] push) {
        return new String(push, StandardCharsets.UTF_8);
    }
}
