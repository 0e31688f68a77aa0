package vn.lienthong.hub.intake.collect.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.activation.DataHandler;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import vn.lienthong.hub.intake.collect.CollectRig;
import vn.lienthong.hub.intake.collect.Collector;
import vn.lienthong.hub.platform.http.ProblemException;

/** Letters in a real mailbox (GreenMail). */
class MailSourceTest {

    private static final String MAILBOX = "ho-so@hub.example";
    private static final String OFFICE = "mot-cua@xa.example";
    private static final String RECORD = "<record><C_RECORD_NO>DT03-0012</C_RECORD_NO></record>";

    private final CollectRig rig = new CollectRig();
    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });

    @BeforeEach
    void starts() {
        server.start();
        server.setUser(MAILBOX, "ho-so", "secret");
        rig.environment
                .withProperty("LIENTHONG_COLLECT_USER_COLLECTED", "ho-so")
                .withProperty("LIENTHONG_COLLECT_SECRET_COLLECTED", "secret");
    }

    @AfterEach
    void stops() {
        server.stop();
        rig.close();
    }

    @Test
    void takesTheAttachmentsOfALetterAndMovesIt() throws Exception {
        arrives(OFFICE, "xml_data.xml", RECORD);
        look(node());

        assertThat(rig.handed).containsExactly(RECORD);
        assertThat(letters("INBOX")).isZero();
        assertThat(letters("da-nhan")).isOne();
        assertThat(rig.trouble()).isEqualTo("null");
    }

    @Test
    void takesTheSameAttachmentForTheSameSubmission() throws Exception {
        arrives(OFFICE, "xml_data.xml", RECORD);
        arrives(OFFICE.toUpperCase(), "gui lai.XML", RECORD);
        look(node());

        assertThat(rig.distinct).hasSize(2);
        assertThat(rig.distinct.stream().distinct()).hasSize(1);
        assertThat(letters("da-nhan")).isEqualTo(2);
    }

    @Test
    void takesAnAttachmentAgainThatComesBackAfterAnother() throws Exception {
        arrives(OFFICE, "xml_data.xml", RECORD);
        arrives(OFFICE, "xml_data.xml", RECORD.replace("0012", "0013"));
        arrives(OFFICE, "xml_data.xml", RECORD);
        look(node());

        assertThat(rig.distinct.stream().distinct()).hasSize(3);
    }

    @Test
    void movesAsideWhatIsFromSomebodyElseOrBringsNothing() throws Exception {
        arrives("ke-la@noi-khac.example", "xml_data.xml", RECORD);
        arrives(OFFICE, "virus.exe", "MZ");
        arrives(OFFICE, "empty.xml", "");
        arrives(OFFICE, "too-large.xml", "x".repeat((1 << 20) + 1));
        arrives(OFFICE, "xml_data.xml", RECORD);
        look(node());

        assertThat(rig.handed).containsExactly(RECORD);
        assertThat(letters("khong-nhan")).isEqualTo(4);
        assertThat(letters("da-nhan")).isOne();
        assertThat(letters("INBOX")).isZero();
    }

    @Test
    void leavesALetterWhereItIsWhileTheDoorCannotTakeIt() throws Exception {
        arrives(OFFICE, "xml_data.xml", RECORD);
        rig.doorFailsAfter(0, new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "broker-unavailable", "away"));
        look(node());
        assertThat(rig.trouble()).startsWith("broker-unavailable");
        assertThat(letters("INBOX")).isOne();

        rig.doorWorks();
        look(node());
        assertThat(rig.handed).containsExactly(RECORD);
        assertThat(letters("INBOX")).isZero();
    }

    @Test
    void saysThatTheMailboxIsAwayOrShut() {
        rig.environment.setProperty("LIENTHONG_COLLECT_SECRET_COLLECTED", "sai");
        Collector node = node();
        look(node);
        assertThat(rig.trouble()).isEqualTo("the mailbox: AuthenticationFailedException");
        server.stop();
        look(node);
        assertThat(rig.trouble()).isEqualTo("the mailbox: MailConnectException");
    }

    private Collector node() {
        String section = """
                by: mail
                host: 127.0.0.1
                port: %d
                tls: none
                from: [%s]
                attachments: [xml]
                """.formatted(server.getImap().getPort(), OFFICE);
        return rig.node(
                "one", "xml", section, new MailSource(rig.door(), rig.last(), rig.rounds("one"), rig.credentials()));
    }

    private void look(Collector node) {
        rig.isDue();
        rig.looks(node);
    }

    private void arrives(String from, String name, String content) throws Exception {
        var letter = new MimeMessage(Session.getInstance(new Properties()));
        letter.setFrom(new InternetAddress(from));
        letter.setSubject("Hồ sơ");
        var words = new MimeBodyPart();
        words.setText("Gửi kèm.", "UTF-8");
        var attached = new MimeBodyPart();
        attached.setDataHandler(new DataHandler(
                new ByteArrayDataSource(content.getBytes(StandardCharsets.UTF_8), "application/octet-stream")));
        attached.setFileName(name);
        letter.setContent(new MimeMultipart(words, attached));
        try (Transport transport = server.getSmtp().createSession().getTransport("smtp")) {
            transport.connect("127.0.0.1", server.getSmtp().getPort(), null, null);
            transport.sendMessage(letter, new InternetAddress[] {new InternetAddress(MAILBOX)});
        }
    }

    private int letters(String folder) throws Exception {
        try (Store store = server.getImap().createStore()) {
            store.connect("127.0.0.1", server.getImap().getPort(), "ho-so", "secret");
            Folder opened = store.getFolder(folder);
            if (!opened.exists()) {
                return 0;
            }
            opened.open(Folder.READ_ONLY);
            Message[] all = opened.getMessages();
            opened.close(false);
            return all.length;
        }
    }
}
