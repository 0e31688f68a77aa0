package vn.lienthong.hub.intake.collect.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A letter as far as it matters: who wrote it, and what is attached. */
record Letter(Message message) {

    private static final int DEEPEST = 10;

    /** A part with a name. */
    record Attachment(String name, Part part) {}

    /** The one address it is from; none when there are several. */
    Optional<String> from() throws MessagingException {
        var from = message.getFrom();
        return from != null && from.length == 1 && from[0] instanceof InternetAddress address
                ? Optional.ofNullable(address.getAddress())
                : Optional.empty();
    }

    List<Attachment> attachments() throws MessagingException, IOException {
        List<Attachment> found = new ArrayList<>();
        collect(message, found, 0);
        return found;
    }

    private static void collect(Part part, List<Attachment> found, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST) {
            throw new MessagingException("parts within parts");
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart several) {
            for (int i = 0; i < several.getCount(); i++) {
                BodyPart inner = several.getBodyPart(i);
                collect(inner, found, depth + 1);
            }
        } else if (part.getFileName() != null) {
            found.add(new Attachment(
                    Normalizer.normalize(MimeUtility.decodeText(part.getFileName()), Normalizer.Form.NFC)
                            .replaceAll("[\\p{Cntrl}/\\\\]", "_"),
                    part));
        }
    }
}
