package vn.lienthong.hub.national.payment;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.dossier.state.PaymentTransaction;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Audit;
import vn.lienthong.hub.platform.database.DatabaseBreaker;
import vn.lienthong.hub.platform.database.DatabaseFailure;

/**
 * Takes confirmations: genuine, of a payment we started, of its amount, once. What was taken is committed before it is
 * answered; the dossier follows in a transaction of its own, since money that was paid stays paid whatever the dossier says.
 */
final class Confirmations {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Payments payments;
    private final Settlements settlements;
    private final Supplier<PaymentRules> rules;
    private final Supplier<String> secret;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final DatabaseBreaker database;
    private final Clock clock;

    Confirmations(
            Payments payments,
            Settlements settlements,
            Supplier<PaymentRules> rules,
            Supplier<String> secret,
            Audit audit,
            TransactionTemplate transaction,
            DatabaseBreaker database,
            Clock clock) {
        this.payments = payments;
        this.settlements = settlements;
        this.rules = rules;
        this.secret = secret;
        this.audit = audit;
        this.transaction = transaction;
        this.database = database;
        this.clock = clock;
    }

    /** What becomes of a confirmation; the payment is there when its dossier has to follow. */
    private record Judged(
            String code, String words, @Nullable Payment paid) {}

    /** Our signed answer; {@code later} when nothing could be kept, so that it has to be told again. */
    record Answer(ObjectNode ack, boolean later) {}

    /** Without PostgreSQL nothing is taken: what we cannot judge we do not acknowledge (ADR 12). */
    Answer take(JsonNode message) {
        if (database.available()) {
            try {
                return new Answer(judged(message), false);
            } catch (DataAccessException | TransactionException failure) {
                if (!DatabaseFailure.meansAway(failure)) {
                    throw failure;
                }
                database.failed(failure);
            }
        }
        return new Answer(ack(new Judged(rules.get().acks().again(), "try again later", null)), true);
    }

    private ObjectNode judged(JsonNode message) {
        var acks = rules.get().acks();
        if (!message.path("LoaiBanTin").asString("").equals("CONFIRM")) {
            return ack(new Judged(acks.unreadable(), "LoaiBanTin must be CONFIRM", null));
        }
        if (!Signature.genuine(message, Signature.CONFIRM, secret.get())) {
            forged(Confirmation.of(message));
            return ack(new Judged(acks.forged(), "MaXacThuc is not genuine", null));
        }
        return ack(settle(told(Confirmation.of(message))));
    }

    /** What the platform answered to a question counts as what it confirms. */
    void answered(Confirmation told) {
        settle(told(told));
    }

    private Judged told(Confirmation told) {
        return Objects.requireNonNull(transaction.execute(status -> judge(told)));
    }

    private Judged settle(Judged judged) {
        if (judged.paid() != null) {
            settlements.settle(judged.paid());
        }
        return judged;
    }

    private Judged judge(Confirmation told) {
        var acks = rules.get().acks();
        var known = payments.locked(told.reference());
        if (known.isEmpty() || !told.partner().equals(rules.get().partner())) {
            payments.note(told.reference(), "UNKNOWN_REFERENCE", "confirmed, but never started here");
            return new Judged(acks.unknown(), "MaThamChieu is not known", null);
        }
        var payment = known.get();
        if (told.amount().filter(amount -> amount == payment.amount()).isEmpty()) {
            payments.note(
                    told.reference(),
                    "AMOUNT_DIFFERS",
                    "started over %d, confirmed over %s"
                            .formatted(
                                    payment.amount(),
                                    told.amount().map(String::valueOf).orElse("nothing readable")));
            return new Judged(acks.amount(), "SoTien differs from the payment's", null);
        }
        return new Judged(acks.taken(), "", counted(payment, told));
    }

    private @Nullable Payment counted(Payment payment, Confirmation told) {
        var next = told.paid() ? PaymentTransaction.SUCCEEDED : PaymentTransaction.FAILED;
        if (payment.state() != PaymentTransaction.STARTED) {
            payments.repeated(payment.reference());
            if (payment.state() != next) {
                payments.note(
                        payment.reference(),
                        "CONTRADICTION",
                        "%s, then %s".formatted(payment.state().wire(), next.wire()));
            }
            return null;
        }
        payments.ended(payment.reference(), next, told, paidAt(payment, told));
        return told.paid() ? payments.locked(payment.reference()).orElseThrow() : null;
    }

    /** A time that may be meant twelve hours later is no time: when it came is true. */
    private Instant paidAt(Payment payment, Confirmation told) {
        var now = clock.instant();
        var read = PlatformTime.read(told.time());
        if (read.isEmpty()
                || PlatformTime.perhapsTwelveHours(read.get(), now)
                || read.get().isAfter(now.plusSeconds(300))) {
            payments.note(payment.reference(), "DOUBTFUL_TIME", "ThoiGianGD " + told.time());
            return now;
        }
        return read.get();
    }

    /** Told once per reference and counted after that: a flood of them must not fill the audit. */
    private void forged(Confirmation told) {
        if (!payments.note(told.reference(), "FORGED", "MaXacThuc is not genuine")) {
            return;
        }
        audit.record(Actor.HUB, "payment.forged", told.reference(), Map.of("code", told.code()));
    }

    private ObjectNode ack(Judged judged) {
        var ack = JSON.createObjectNode()
                .put("MaLoi", judged.code())
                .put("MoTaLoi", judged.words())
                .put("MaDoiTac", rules.get().partner())
                .put("ThoiGianGD", PlatformTime.text(clock.instant()));
        return ack.put(Signature.FIELD, Signature.of(ack, Signature.ACK, secret.get()));
    }
}
