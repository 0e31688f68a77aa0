package vn.lienthong.hub.intake.collect.mail;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.intake.collect.Section;

/**
 * The section {@code collect} of a sender that writes letters.
 *
 * @param tls {@code tls} (from the first byte), {@code starttls} or {@code none}
 * @param from the addresses whose letters are taken; the mail server must keep others from writing under them
 * @param types the endings of attachments that are taken, and what each is
 */
record MailRules(
        String host,
        int port,
        String tls,
        String folder,
        Set<String> from,
        Map<String, String> types,
        String taken,
        String refused,
        Duration patience) {

    private static final Map<String, String> KNOWN = Map.of(
            "xml", "text/xml",
            "json", "application/json",
            "csv", "text/csv",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    static MailRules read(Section section) {
        String tls = section.text("tls", "tls");
        if (!Set.of("tls", "starttls", "none").contains(tls)) {
            throw section.wrong("tls", "is tls, starttls or none");
        }
        Set<String> from = section.list("from").stream().map(MailRules::small).collect(Collectors.toUnmodifiableSet());
        if (from.isEmpty()) {
            throw section.wrong("from", "is missing: whose letters are taken?");
        }
        return new MailRules(
                section.text("host"),
                section.number("port", tls.equals("tls") ? 993 : 143, 1),
                tls,
                section.text("folder", "INBOX"),
                from,
                types(section),
                section.text("taken", "da-nhan"),
                section.text("refused", "khong-nhan"),
                section.duration("timeout", Duration.ofSeconds(30)));
    }

    private static Map<String, String> types(Section section) {
        return section.list("attachments").isEmpty()
                ? KNOWN
                : section.list("attachments").stream()
                        .map(MailRules::small)
                        .collect(Collectors.toUnmodifiableMap(ending -> ending, ending -> known(section, ending)));
    }

    private static String known(Section section, String ending) {
        String type = KNOWN.get(ending);
        if (type == null) {
            throw section.wrong(
                    "attachments",
                    "are some of " + KNOWN.keySet().stream().sorted().toList());
        }
        return type;
    }

    boolean takes(String address) {
        return from.contains(small(address));
    }

    /** What an attachment of this name is; null when it is not taken. */
    @Nullable
    String type(String name) {
        return types.get(small(name.substring(name.lastIndexOf('.') + 1)));
    }

    private static String small(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    Properties imap() {
        String millis = Long.toString(patience.toMillis());
        boolean startTls = tls.equals("starttls");
        Properties imap = new Properties();
        imap.setProperty("mail.imap.connectiontimeout", millis);
        imap.setProperty("mail.imap.timeout", millis);
        imap.setProperty("mail.imap.writetimeout", millis);
        imap.setProperty("mail.imap.peek", "true");
        imap.setProperty("mail.imap.ssl.enable", Boolean.toString(tls.equals("tls")));
        imap.setProperty("mail.imap.starttls.enable", Boolean.toString(startTls));
        imap.setProperty("mail.imap.starttls.required", Boolean.toString(startTls));
        imap.setProperty("mail.imap.ssl.checkserveridentity", "true");
        return imap;
    }
}
