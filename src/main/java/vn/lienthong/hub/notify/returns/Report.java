package vn.lienthong.hub.notify.returns;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server says of a letter it could not deliver (RFC 3464).
 *
 * @param status the enhanced status code, such as 5.1.1; null when the report has none
 */
record Report(long notice, @Nullable String status) {

    private static final int LONGEST = 64 * 1024;
    private static final Pattern FAILED = Pattern.compile("(?im)^Action:\\s*failed\\b");
    private static final Pattern STATUS = Pattern.compile("(?im)^Status:\\s*([245]\\.\\d{1,3}\\.\\d{1,3})\\b");

    /** Empty for every other letter, a delay, and what is not about a letter of ours. */
    static Optional<Report> of(Part letter, LetterIds ids) throws MessagingException, IOException {
        if (!letter.isMimeType("multipart/report") || !(letter.getContent() instanceof Multipart parts)) {
            return Optional.empty();
        }
        String said = "";
        Optional<Long> notice = Optional.empty();
        for (int number = 0; number < parts.getCount(); number++) {
            BodyPart part = parts.getBodyPart(number);
            if (part.isMimeType("message/delivery-status")) {
                said = text(part);
            } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
                notice = id(part).flatMap(ids::notice);
            }
        }
        String words = said;
        return FAILED.matcher(words).find() ? notice.map(id -> new Report(id, status(words))) : Optional.empty();
    }

    /** Without address and diagnostic text: servers like to repeat both. */
    String words() {
        return "came back" + (status == null ? "" : ": " + status);
    }

    private static @Nullable String status(String said) {
        Matcher status = STATUS.matcher(said);
        return status.find() ? status.group(1) : null;
    }

    private static Optional<String> id(BodyPart returned) throws MessagingException, IOException {
        try (InputStream letter = returned.getInputStream()) {
            return Optional.ofNullable(new InternetHeaders(letter).getHeader("Message-ID", null));
        }
    }

    private static String text(BodyPart part) throws MessagingException, IOException {
        try (InputStream text = part.getInputStream()) {
            return new String(text.readNBytes(LONGEST), StandardCharsets.US_ASCII);
        }
    }
}
