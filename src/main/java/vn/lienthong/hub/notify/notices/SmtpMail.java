package vn.lienthong.hub.notify.notices;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import vn.lienthong.hub.notify.notices.Delivery.Verdict;

/** Letters by SMTP; an address the server turns away for good is a bounce. */
final class SmtpMail implements Gateway {

    private static final int PERMANENT = 500;

    private final MailRules rules;
    private final String password;
    private final Session session;

    SmtpMail(MailRules rules, String password) {
        this.rules = rules;
        this.password = password;
        this.session = Session.getInstance(properties(rules));
    }

    @Override
    public String name() {
        return "smtp";
    }

    /** The server keeps a second letter with the same Message-ID; most mailboxes do too. */
    @Override
    public boolean recognisesRepeats() {
        return false;
    }

    @Override
    public Delivery send(Message message) {
        try (Transport transport = session.getTransport("smtp")) {
            // without a user the library would log in as whoever runs this process
            boolean known = !rules.user().isBlank();
            transport.connect(rules.host(), rules.port(), known ? rules.user() : null, known ? password : null);
            return handed(transport, letter(message));
        } catch (MailConnectException | AuthenticationFailedException notConnected) {
            return Delivery.of(Verdict.UNAVAILABLE, "the mail server is not reached");
        } catch (MessagingException failed) {
            return Delivery.of(Verdict.UNAVAILABLE, failed.getClass().getSimpleName());
        }
    }

    private static Delivery handed(Transport transport, MimeMessage letter) {
        try {
            transport.sendMessage(letter, letter.getAllRecipients());
            return Delivery.of(Verdict.SENT, "accepted");
        } catch (MessagingException failed) {
            return judged(failed);
        }
    }

    /** Turned away at the address: nothing was sent. Anything later leaves open whether the server kept the letter. */
    private static Delivery judged(MessagingException failed) {
        for (Exception cause = failed; cause instanceof MessagingException known; cause = known.getNextException()) {
            if (cause instanceof SMTPAddressFailedException address) {
                int code = address.getReturnCode();
                return Delivery.of(
                        code >= PERMANENT ? Verdict.BOUNCED : Verdict.UNAVAILABLE, "address answered with " + code);
            }
        }
        return Delivery.of(Verdict.UNKNOWN, failed.getClass().getSimpleName());
    }

    private MimeMessage letter(Message message) throws MessagingException {
        String id = "<" + message.id() + "@" + domain(rules.from()) + ">";
        MimeMessage letter = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        letter.setFrom(new InternetAddress(rules.from(), true));
        letter.setRecipients(
                jakarta.mail.Message.RecipientType.TO, new Address[] {new InternetAddress(message.to(), true)});
        letter.setSubject(message.subject(), StandardCharsets.UTF_8.name());
        letter.setText(message.text(), StandardCharsets.UTF_8.name());
        // no out-of-office answers to a machine
        letter.setHeader("Auto-Submitted", "auto-generated");
        return letter;
    }

    private static String domain(String address) {
        return address.substring(address.indexOf('@') + 1).replace(">", "");
    }

    private static Properties properties(MailRules rules) {
        String millis = Integer.toString(rules.timeoutSeconds() * 1_000);
        Properties smtp = new Properties();
        smtp.setProperty("mail.smtp.connectiontimeout", millis);
        smtp.setProperty("mail.smtp.timeout", millis);
        smtp.setProperty("mail.smtp.writetimeout", millis);
        smtp.setProperty("mail.smtp.starttls.enable", Boolean.toString(rules.startTls()));
        smtp.setProperty("mail.smtp.starttls.required", Boolean.toString(rules.startTls()));
        smtp.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        if (!rules.returnTo().isBlank()) {
            smtp.setProperty("mail.smtp.from", rules.returnTo());
        }
        // where the server can: say when it fails, and do not send the text back
        smtp.setProperty("mail.smtp.dsn.notify", "FAILURE");
        smtp.setProperty("mail.smtp.dsn.ret", "HDRS");
        return smtp;
    }
}
