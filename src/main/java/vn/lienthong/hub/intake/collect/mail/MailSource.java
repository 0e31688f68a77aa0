package vn.lienthong.hub.intake.collect.mail;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.StoreClosedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.intake.BackDoor;
import vn.lienthong.hub.intake.Body;
import vn.lienthong.hub.intake.Collected;
import vn.lienthong.hub.intake.collect.CollectFailure;
import vn.lienthong.hub.intake.collect.Credentials;
import vn.lienthong.hub.intake.collect.LastContent;
import vn.lienthong.hub.intake.collect.Round;
import vn.lienthong.hub.intake.collect.Rounds;
import vn.lienthong.hub.intake.collect.Section;
import vn.lienthong.hub.intake.collect.Source;
import vn.lienthong.hub.platform.http.Correlation;
import vn.lienthong.hub.platform.http.ProblemException;

/**
 * Takes the attachments of letters from known addresses. A letter is moved once the broker has all that it brought; one from
 * somebody else, without anything to take, or that cannot be read is moved aside for people to look at.
 */
@Component
class MailSource implements Source {

    private static final Logger log = LoggerFactory.getLogger(MailSource.class);
    private static final int MOST_AT_ONCE = 200;

    private final BackDoor door;
    private final LastContent last;
    private final Rounds rounds;
    private final Credentials credentials;

    MailSource(BackDoor door, LastContent last, Rounds rounds, Credentials credentials) {
        this.door = door;
        this.last = last;
        this.rounds = rounds;
        this.credentials = credentials;
    }

    @Override
    public String by() {
        return MailKind.BY;
    }

    @Override
    public boolean collect(Sender sender, Round round) throws CollectFailure {
        MailRules rules = MailRules.read(Section.collect(sender.settings()));
        try (Store store = Session.getInstance(rules.imap()).getStore("imap")) {
            store.connect(rules.host(), rules.port(), credentials.user(sender.id()), credentials.secret(sender.id()));
            try (Folder folder = store.getFolder(rules.folder())) {
                folder.open(Folder.READ_WRITE);
                int there = folder.getMessageCount();
                int taken = Math.min(there, MOST_AT_ONCE);
                if (taken > 0) {
                    read(sender, round, rules, folder.getMessages(1, taken));
                }
                return there > taken;
            }
        } catch (MessagingException away) {
            throw new CollectFailure("the mailbox: " + away.getClass().getSimpleName());
        }
    }

    private void read(Sender sender, Round round, MailRules rules, Message[] letters)
            throws MessagingException, CollectFailure {
        for (Message letter : letters) {
            if (!letter.isSet(Flags.Flag.DELETED)) {
                boolean taken = isTaken(sender, rules, letter);
                move(letter, taken ? rules.taken() : rules.refused());
                rounds.hold(round);
            }
        }
    }

    /** A letter nobody can read must not hold up the others; a lost connection, or our own trouble, must. */
    private boolean isTaken(Sender sender, MailRules rules, Message message) throws MessagingException {
        try {
            return isTaken(sender, rules, new Letter(message));
        } catch (FolderClosedException | StoreClosedException lost) {
            throw lost;
        } catch (ProblemException no) {
            if (no.status().is5xxServerError() || no.retryAfter() != null) {
                throw no;
            }
            log.warn("A letter to {} is moved aside: {}", sender.id(), no.kind());
        } catch (MessagingException | IOException unreadable) {
            if (!message.getFolder().isOpen()) {
                throw new MessagingException("the connection was lost");
            }
            log.warn(
                    "A letter to {} cannot be read: {}",
                    sender.id(),
                    unreadable.getClass().getSimpleName());
        }
        return false;
    }

    /** All are read before the first is handed over. */
    private boolean isTaken(Sender sender, MailRules rules, Letter letter) throws MessagingException, IOException {
        Optional<String> from = letter.from().filter(rules::takes);
        if (from.isEmpty()) {
            log.warn("A letter to {} is from nobody whose letters are taken", sender.id());
            return false;
        }
        List<Enclosed> found = new ArrayList<>();
        for (Letter.Attachment attachment : letter.attachments()) {
            String type = rules.type(attachment.name());
            if (type != null) {
                found.add(new Enclosed(attachment.name(), type, kept(sender, attachment)));
            }
        }
        hand(sender, found);
        return !found.isEmpty();
    }

    /** An attachment that is wanted, as it came. */
    private record Enclosed(String name, String type, Body body) {

        Collected as(int number) {
            return new Collected("mail:" + number + ":" + body.sha256(), type, name, Correlation.fresh(), body);
        }
    }

    /** The letter as a whole is what was brought last, so that one broken off half-way brings nothing twice. */
    private void hand(Sender sender, List<Enclosed> found) {
        String all = found.stream().map(one -> one.body().sha256()).collect(Collectors.joining(" "));
        int number = last.number(sender.id(), all);
        found.forEach(one -> door.take(sender, one.as(number)));
        if (!found.isEmpty()) {
            last.brought(sender.id(), all);
        }
    }

    private Body kept(Sender sender, Letter.Attachment attachment) throws MessagingException, IOException {
        try (InputStream content = attachment.part().getInputStream()) {
            return door.keep(sender, content);
        }
    }

    private static void move(Message letter, String to) throws MessagingException {
        Folder folder = letter.getFolder();
        Folder target = folder.getStore().getFolder(to);
        if (!target.exists()) {
            target.create(Folder.HOLDS_MESSAGES);
        }
        folder.copyMessages(new Message[] {letter}, target);
        letter.setFlag(Flags.Flag.DELETED, true);
    }
}
