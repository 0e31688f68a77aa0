package vn.lienthong.hub.notify.returns;

import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.StoreClosedException;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The mailbox of returned letters, read over IMAP and never written: people may read it too. */
final class Mailbox {

    private static final Logger log = LoggerFactory.getLogger(Mailbox.class);
    private static final int MOST_AT_ONCE = 200;
    private static final int LARGEST = 1024 * 1024;

    private final ReturnRules rules;
    private final String password;
    private final LetterIds ids;

    Mailbox(ReturnRules rules, String password, LetterIds ids) {
        this.rules = rules;
        this.password = password;
        this.ids = ids;
    }

    /** How far the mailbox was read; another validity means that it was made anew. */
    record Place(long validity, long uid) {}

    /** Told of every letter in turn; what it answers decides whether to go on. */
    interface Reader {
        boolean read(Place at, Optional<Report> report);
    }

    /** Reads what came after the place; false when more is waiting. */
    boolean read(Place from, Reader reader) throws MessagingException {
        try (Store store = Session.getInstance(properties()).getStore("imap")) {
            store.connect(rules.host(), rules.port(), rules.user(), password);
            try (Folder folder = store.getFolder(rules.folder())) {
                folder.open(Folder.READ_ONLY);
                return read(folder, (UIDFolder) folder, from, reader);
            }
        }
    }

    private boolean read(Folder folder, UIDFolder uids, Place from, Reader reader) throws MessagingException {
        long validity = uids.getUIDValidity();
        long first = validity == from.validity() ? from.uid() + 1 : 1;
        if (folder.getMessageCount() == 0) {
            return true;
        }
        int read = 0;
        for (Message letter : uids.getMessagesByUID(first, UIDFolder.LASTUID)) {
            long uid = uids.getUID(letter);
            // "to the last" gives the last one even when it was read before
            if (uid < first) {
                continue;
            }
            if (read++ == MOST_AT_ONCE || !reader.read(new Place(validity, uid), report(letter))) {
                return false;
            }
        }
        return true;
    }

    /** A letter nobody can read must not hold up the others; a lost connection must. */
    private Optional<Report> report(Message letter) throws MessagingException {
        try {
            return letter.getSize() > LARGEST ? Optional.empty() : Report.of(whole(letter), ids);
        } catch (FolderClosedException | StoreClosedException lost) {
            throw lost;
        } catch (MessagingException | IOException | RuntimeException unreadable) {
            if (!letter.getFolder().isOpen()) {
                throw new MessagingException("the connection was lost");
            }
            log.warn(
                    "A returned letter cannot be read: {}",
                    unreadable.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /** Taken apart here: what servers tell of the structure of a report is not to be relied on. */
    private static MimeMessage whole(Message letter) throws MessagingException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        letter.writeTo(bytes);
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes.toByteArray()));
    }

    private Properties properties() {
        String millis = Integer.toString(rules.timeoutSeconds() * 1_000);
        boolean startTls = rules.tls().equals("starttls");
        Properties imap = new Properties();
        imap.setProperty("mail.imap.connectiontimeout", millis);
        imap.setProperty("mail.imap.timeout", millis);
        imap.setProperty("mail.imap.writetimeout", millis);
        imap.setProperty("mail.imap.peek", "true");
        imap.setProperty("mail.imap.ssl.enable", Boolean.toString(rules.tls().equals("tls")));
        imap.setProperty("mail.imap.starttls.enable", Boolean.toString(startTls));
        imap.setProperty("mail.imap.starttls.required", Boolean.toString(startTls));
        imap.setProperty("mail.imap.ssl.checkserveridentity", "true");
        return imap;
    }
}
