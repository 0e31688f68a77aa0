package vn.lienthong.hub.notify.notices;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.notify.notices.Delivery.Verdict;

/** Straight to an operator's message centre by SMPP 3.4; one session, bound again when it was lost. */
final class SmppSms implements Gateway {

    /** Throttled, queue full, system error: the message is fine, the moment is not. */
    private static final Set<Integer> LATER = Set.of(0x58, 0x14, 0x08);

    private final SmsRules.Smpp centre;
    private final String password;
    private final Duration timeout;
    private @Nullable SMPPSession session;

    SmppSms(SmsRules.Smpp centre, String password, Duration timeout) {
        this.centre = centre;
        this.password = password;
        this.timeout = timeout;
    }

    @Override
    public String name() {
        return "sms-smpp";
    }

    /** SMPP has no key for a repeat. */
    @Override
    public boolean recognisesRepeats() {
        return false;
    }

    @Override
    public synchronized Delivery send(Message message) {
        SMPPSession bound;
        try {
            bound = bound();
        } catch (IOException notBound) {
            return Delivery.of(Verdict.UNAVAILABLE, "the message centre does not bind");
        }
        try {
            submit(bound, message);
            return Delivery.of(Verdict.SENT, "accepted");
        } catch (NegativeResponseException refused) {
            boolean later = LATER.contains(refused.getCommandStatus());
            return Delivery.of(
                    later ? Verdict.UNAVAILABLE : Verdict.REFUSED,
                    "command status 0x" + Integer.toHexString(refused.getCommandStatus()));
        } catch (PDUException impossible) {
            return Delivery.of(Verdict.REFUSED, "not a message the protocol knows");
        } catch (ResponseTimeoutException | InvalidResponseException | IOException unknown) {
            close();
            return Delivery.of(Verdict.UNKNOWN, unknown.getClass().getSimpleName());
        }
    }

    synchronized void close() {
        SMPPSession old = session;
        session = null;
        if (old != null) {
            old.unbindAndClose();
        }
    }

    private SMPPSession bound() throws IOException {
        SMPPSession open = session;
        if (open != null && open.getSessionState().isBound()) {
            return open;
        }
        SMPPSession fresh = new SMPPSession();
        fresh.setTransactionTimer(timeout.toMillis());
        fresh.connectAndBind(
                centre.host(),
                centre.port(),
                new BindParameter(
                        BindType.BIND_TX,
                        centre.systemId(),
                        password,
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        null),
                timeout.toMillis());
        session = fresh;
        return fresh;
    }

    /** Vietnamese needs UCS-2; the whole text travels as payload and the centre cuts it. */
    private void submit(SMPPSession bound, Message message)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        bound.submitShortMessage(
                "",
                TypeOfNumber.ALPHANUMERIC,
                NumberingPlanIndicator.UNKNOWN,
                centre.sender(),
                TypeOfNumber.INTERNATIONAL,
                NumberingPlanIndicator.ISDN,
                international(message.to()),
                new ESMClass(),
                (byte) 0,
                (byte) 0,
                null,
                null,
                new RegisteredDelivery(0),
                (byte) 0,
                new GeneralDataCoding(Alphabet.ALPHA_UCS2),
                (byte) 0,
                new byte[0],
                new OptionalParameter.Message_payload(message.text().getBytes(StandardCharsets.UTF_16BE)));
    }

    private static String international(String number) {
        return number.startsWith("0") ? "84" + number.substring(1) : number.replace("+", "");
    }
}
