package vn.lienthong.hub.notify.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.hub.notify.notices.Delivery.Verdict;

/** Messages to a message centre made of the library's own server side. */
class SmppSmsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<SubmitSm> taken = new CopyOnWriteArrayList<>();
    private final int port = freePort();
    private final SMPPServerSessionListener centre = new SMPPServerSessionListener(port);
    private final SmppSms sms = new SmppSms(new SmsRules.Smpp("127.0.0.1", port, "hub", "DVC"), "secret", PATIENCE);
    private volatile int answer;

    SmppSmsTest() throws IOException {
        centre.setMessageReceiverListener((ServerMessageReceiverListener) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ServerMessageReceiverListener.class},
                (self, call, given) -> {
                    if (!call.getName().equals("onAcceptSubmitSm")) {
                        return null;
                    }
                    if (answer != 0) {
                        throw new ProcessRequestException("refused", answer);
                    }
                    taken.add((SubmitSm) given[0]);
                    return new SubmitSmResult(new MessageId("1"), new OptionalParameter[0]);
                }));
        Thread.ofVirtual().start(this::welcome);
    }

    @AfterEach
    void stops() throws IOException {
        sms.close();
        centre.close();
    }

    @Test
    void sendsVietnameseToAnInternationalNumber() {
        assertThat(sms.send(message()).verdict()).isEqualTo(Verdict.SENT);
        assertThat(sms.send(message()).verdict()).isEqualTo(Verdict.SENT);

        SubmitSm first = taken.getFirst();
        assertThat(taken).hasSize(2);
        assertThat(first.getDestAddress()).isEqualTo("84900000001");
        OptionalParameter.Message_payload text = first.getOptionalParameter(OptionalParameter.Message_payload.class);
        assertThat(new String(text.getValue(), StandardCharsets.UTF_16BE)).isEqualTo("Hồ sơ đã được tiếp nhận");
    }

    @ParameterizedTest
    @CsvSource({"0x0B, REFUSED", "0x58, UNAVAILABLE", "0x14, UNAVAILABLE"})
    void tellsABadNumberFromABusyCentre(String status, Verdict verdict) {
        answer = Integer.decode(status);
        assertThat(sms.send(message()).verdict()).isEqualTo(verdict);
    }

    @Test
    void knowsThatNothingWasSentWhenNobodyListens() {
        SmppSms nobody = new SmppSms(new SmsRules.Smpp("127.0.0.1", 1, "hub", "DVC"), "", PATIENCE);
        assertThat(nobody.send(message()).verdict()).isEqualTo(Verdict.UNAVAILABLE);
    }

    private static Message message() {
        return new Message("n1", Channel.SMS, "0900000001", "", "Hồ sơ đã được tiếp nhận");
    }

    private void welcome() {
        try {
            while (true) {
                SMPPServerSession session = centre.accept();
                BindRequest bind = session.waitForBind(PATIENCE.toMillis());
                bind.accept("centre");
            }
        } catch (Exception closed) {
            // the test is over
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new java.io.UncheckedIOException(none);
        }
    }
}
