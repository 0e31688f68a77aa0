package vn.lienthong.hub.notify.returns;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.Flags;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import vn.lienthong.hub.notify.returns.Mailbox.Place;
import vn.lienthong.hub.platform.PlatformFixture;
import vn.lienthong.hub.platform.database.DatabaseBreaker;
import vn.lienthong.infra.RealParts;

/** Letters that come back into a real mailbox, and the notices they were. */
class ReturnsDeskTest {

    private static final String MAILBOX = "tra-lai@hub.example";

    private final HikariDataSource database = RealParts.shared().freshDatabase();
    private final JdbcClient db = JdbcClient.create(database);
    private final DatabaseBreaker breaker = PlatformFixture.databaseBreaker(database, Clock.systemUTC());
    private final LetterIds ids = new LetterIds(PlatformFixture.seal());
    private final ReturnedNotices returned = new ReturnedNotices(db, Clock.systemUTC());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });

    @BeforeEach
    void starts() {
        server.start();
        server.setUser(MAILBOX, "tra-lai", "secret");
    }

    @AfterEach
    void stops() throws Exception {
        server.stop();
        breaker.destroy();
        database.close();
    }

    @Test
    void marksTheNoticeOfALetterThatCameBackAndKeepsNoAddress() throws Exception {
        long told = notice("EMAIL", "SENT");
        arrives("unknown-mailbox", told);

        desk().look();

        assertThat(state(told)).isEqualTo("BOUNCED came back: 5.1.1");
        assertThat(db.sql(
                                "select address || ' ' || verdict || ' ' || words from hub.notice_attempts order by started_at")
                        .query(String.class)
                        .list())
                .containsExactly("t***@mau.example SENT accepted", "t***@mau.example BOUNCED came back: 5.1.1");
        assertThat(meters.counter("lienthong.notify.returned").count()).isEqualTo(1);
    }

    @Test
    void readsEachLetterOnceAndLeavesTheMailboxAsItWas() throws Exception {
        long told = notice("EMAIL", "SENT");
        arrives("unknown-mailbox", told);
        desk().look();
        db.sql("update hub.notices set state = 'SENT'").update();
        due();

        desk().look();

        assertThat(state(told)).startsWith("SENT");
        assertThat(server.getReceivedMessages()[0].isSet(Flags.Flag.SEEN)).isFalse();
        assertThat(server.getReceivedMessages()[0].isSet(Flags.Flag.DELETED)).isFalse();
    }

    @Test
    void goesOnAfterALetterNobodyCanRead() throws Exception {
        long told = notice("EMAIL", "UNCERTAIN");
        for (String file : new String[] {"broken", "out-of-office", "delayed", "forged", "somebody-elses"}) {
            arrives(file, told);
        }
        arrives("mailbox-full-headers-only", told);

        desk().look();

        assertThat(state(told)).isEqualTo("BOUNCED came back: 5.2.2");
    }

    @Test
    void changesNoNoticeThatWasNotALetterOnItsWay() throws Exception {
        long text = notice("SMS", "SENT");
        long waiting = notice("EMAIL", "WAITING");
        arrives("unknown-mailbox", text);
        arrives("unknown-mailbox", waiting);

        desk().look();

        assertThat(state(text)).startsWith("SENT");
        assertThat(state(waiting)).startsWith("WAITING");
    }

    @Test
    void isOnlyDegradedWhileTheMailboxIsAway() throws Exception {
        ReturnsDesk desk = desk();
        server.stop();
        desk.look();
        assertThat(returned.trouble()).contains("MailConnectException");

        server.start();
        server.setUser(MAILBOX, "tra-lai", "secret");
        due();
        desk().look();
        assertThat(returned.trouble()).isEmpty();
    }

    @Test
    void letsOneNodeLookAtATime() {
        assertThat(returned.claim("one", Duration.ofMinutes(5))).contains(new Place(0, 0));
        assertThat(returned.claim("two", Duration.ofMinutes(5))).isEmpty();
        assertThat(returned.advance("two", new Place(1, 1), Duration.ofMinutes(5)))
                .isFalse();
        returned.release("one", Duration.ofMinutes(1), null);
        assertThat(returned.claim("two", Duration.ofMinutes(5))).isEmpty();
        due();
        assertThat(returned.claim("two", Duration.ofMinutes(5))).isPresent();
    }

    @Test
    void looksNowhereUnlessAMailboxIsNamed() {
        assertThat(desk("host: \"\"").configured()).isFalse();
        assertThat(desk().configured()).isTrue();
    }

    private ReturnsDesk desk() {
        return desk("host: 127.0.0.1");
    }

    private ReturnsDesk desk(String host) {
        String file = host + "\nport: " + server.getImap().getPort()
                + "\ntls: none\nuser: tra-lai\nfolder: INBOX\neverySeconds: 60\ntimeoutSeconds: 5\n";
        return new ReturnsDesk(
                returned,
                ids,
                PlatformFixture.config(Map.of(ReturnRules.FILE, file)),
                breaker,
                new MockEnvironment().withProperty("LIENTHONG_RETURNS_PASSWORD", "secret"),
                meters,
                true);
    }

    private void arrives(String file, long notice) throws Exception {
        var letter = GreenMailUtil.newMimeMessage(ReportTest.letter(file, "<" + ids.of(notice) + "@hub.example>"));
        try (Transport transport = server.getSmtp().createSession().getTransport("smtp")) {
            transport.connect("127.0.0.1", server.getSmtp().getPort(), null, null);
            transport.sendMessage(letter, new InternetAddress[] {new InternetAddress(MAILBOX)});
        }
    }

    private long notice(String channel, String state) {
        long id = db.sql("""
                        insert into hub.notices (dossier_id, event, occasion, channel, state, attempts, next_attempt_at, created_at, updated_at)
                        values (:dossier, 'TiepNhan', 'seq:1', :channel, :state, 1, now(), now(), now()) returning id
                        """)
                .param("dossier", UUID.randomUUID())
                .param("channel", channel)
                .param("state", state)
                .query(Long.class)
                .single();
        db.sql("""
                        insert into hub.notice_attempts (notice_id, no, started_at, ended_at, gateway, address, verdict, words)
                        values (:id, 1, now() - interval '1 hour', now(), 'smtp', 't***@mau.example', 'SENT', 'accepted')
                        """).param("id", id).update();
        return id;
    }

    private void due() {
        db.sql("update hub.notice_returns set next_look_at = '-infinity'").update();
    }

    private String state(long notice) {
        return db.sql("select state || ' ' || coalesce(cause, '') from hub.notices where id = :id")
                .param("id", notice)
                .query(String.class)
                .single();
    }
}
