package vn.lienthong.hub.notify.notices;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.hub.notify.notices.Delivery.Verdict;

/** Letters to a real mail server, and to one that turns addresses away. */
class SmtpMailTest {

    private static final Message LETTER = new Message(
            "n9", Channel.EMAIL, "thu@mau.example", "Hồ sơ đã được tiếp nhận", "Kính gửi Ông/Bà,\nđã tiếp nhận.\n");

    @Test
    void deliversAVietnameseLetterWithItsOwnId() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            Delivery delivery = mail(server.getSmtp().getPort()).send(LETTER);

            assertThat(delivery.verdict()).isEqualTo(Verdict.SENT);
            MimeMessage received = server.getReceivedMessages()[0];
            assertThat(received.getSubject()).isEqualTo("Hồ sơ đã được tiếp nhận");
            assertThat(received.getContent().toString()).contains("Kính gửi Ông/Bà");
            assertThat(received.getMessageID()).isEqualTo("<n9@hub.example>");
            assertThat(received.getHeader("Return-Path")).containsExactly("<tra-lai@hub.example>");
            assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        } finally {
            server.stop();
        }
    }

    @Test
    void knowsThatNothingWasSentWhenNobodyListens() {
        assertThat(mail(1).send(LETTER).verdict()).isEqualTo(Verdict.UNAVAILABLE);
    }

    @ParameterizedTest
    @CsvSource({"550 5.1.1 no such mailbox, BOUNCED", "450 4.2.1 try later, UNAVAILABLE"})
    void tellsAMailboxThatDoesNotExistFromOneThatIsBusy(String answer, Verdict verdict) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> turnAway(server, answer));
            assertThat(mail(server.getLocalPort()).send(LETTER).verdict()).isEqualTo(verdict);
        }
    }

    private static SmtpMail mail(int port) {
        return new SmtpMail(
                new MailRules("127.0.0.1", port, false, "", "thong-bao@hub.example", "tra-lai@hub.example", 5), "");
    }

    private static void turnAway(ServerSocket server, String answer) {
        try (var caller = server.accept();
                var lines =
                        new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII))) {
            var out = caller.getOutputStream();
            out.write("220 stub\r\n".getBytes(StandardCharsets.US_ASCII));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String reply = line.startsWith("RCPT") ? answer : line.startsWith("QUIT") ? "221 bye" : "250 ok";
                out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException over) {
            // the client has gone
        }
    }
}
