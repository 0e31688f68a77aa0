package vn.lienthong.hub.national.payment;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.catalog.Agencies;
import vn.lienthong.hub.catalog.Procedures;
import vn.lienthong.hub.dossier.DossierFacts.Fee;
import vn.lienthong.hub.dossier.DossierView;
import vn.lienthong.hub.dossier.Dossiers;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Audit;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.reason.Reason;
import vn.lienthong.hub.platform.time.VietnamTime;

/** Starts payments: the reference is kept before the platform hears of it, and used again until it is paid. */
final class Cashier {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS");

    private final Dossiers dossiers;
    private final Catalogues catalogues;
    private final Payments payments;
    private final PaymentPlatform platform;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Cashier(
            Dossiers dossiers,
            Catalogues catalogues,
            Payments payments,
            PaymentPlatform platform,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.dossiers = dossiers;
        this.catalogues = catalogues;
        this.payments = payments;
        this.platform = platform;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Names of what is paid for. */
    record Catalogues(Procedures procedures, Agencies agencies) {}

    Payment start(String code, @Nullable Long asked, Actor actor) {
        var dossier = dossiers.byCode(code)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "unknown-dossier",
                        "There is no such dossier",
                        List.of(Reason.of("unknown-dossier", "dossier", code))));
        long amount = asked == null ? owed(dossier) : asked;
        if (amount <= 0) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "nothing-owed",
                    "The dossier owes nothing that is known",
                    List.of(Reason.of("nothing-owed", "amount", code)));
        }
        var payment = Objects.requireNonNull(transaction.execute(status -> kept(dossier, amount, actor)));
        var offer = platform.init(payment, receipt(dossier));
        payments.offered(
                payment.reference(), offer.url().orElse(null), offer.trouble().isEmpty() ? null : offer.trouble());
        return payments.of(payment.reference()).orElse(payment);
    }

    JsonNode bill(String reference) {
        if (payments.of(reference).isEmpty()) {
            throw new ProblemException(HttpStatus.NOT_FOUND, "unknown-payment", "There is no such payment");
        }
        return platform.bill(reference)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.BAD_GATEWAY, "payment-platform-unavailable", "The platform gives no receipt"));
    }

    private Payment kept(DossierView dossier, long amount, Actor actor) {
        return payments.started(dossier.id(), amount).orElseGet(() -> {
            var now = clock.instant().atZone(VietnamTime.ZONE);
            var reference = "dvc" + dossier.code().replaceAll("\\W", "") + STAMP.format(now);
            payments.start(reference, dossier.id(), dossier.code(), amount);
            audit.record(actor, "payment.start", reference, Map.of("amount", amount));
            return payments.locked(reference).orElseThrow();
        });
    }

    private static long owed(DossierView dossier) {
        var facts = dossier.facts();
        return facts == null
                ? 0
                : facts.fees().stream()
                        .filter(fee -> !Boolean.TRUE.equals(fee.paid()))
                        .map(Fee::amount)
                        .filter(Objects::nonNull)
                        .mapToLong(Long::longValue)
                        .sum();
    }

    private PaymentPlatform.Receipt receipt(DossierView dossier) {
        var day = clock.instant().atZone(VietnamTime.ZONE).toLocalDate();
        var procedure = dossier.procedureCode() == null
                ? null
                : catalogues.procedures().resolve(dossier.procedureCode(), day).orElse(null);
        var agency = dossier.agencyId() == null
                ? null
                : catalogues.agencies().find(dossier.agencyId(), day).orElse(null);
        return new PaymentPlatform.Receipt(
                dossier.code(),
                procedure == null ? "" : procedure.code(),
                procedure == null ? "" : Objects.requireNonNullElse(procedure.name(), ""),
                agency == null ? "" : Objects.requireNonNullElse(agency.code(), ""),
                agency == null ? "" : agency.name());
    }
}
