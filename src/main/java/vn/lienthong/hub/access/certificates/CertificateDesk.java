package vn.lienthong.hub.access.certificates;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Audit;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.trust.Thumbprint;

/** Registers, rotates and revokes certificates; each act lands in the audit in the same transaction. */
@Component
public class CertificateDesk {

    private final CertificateTable table;
    private final CertificateRing ring;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    CertificateDesk(
            CertificateTable table, CertificateRing ring, Audit audit, TransactionTemplate transactions, Clock clock) {
        this.table = table;
        this.ring = ring;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** From now on, or a day to come, until its own end or an earlier day. */
    public Certificate register(
            Actor by, X509Certificate shown, Actor holder, @Nullable Instant from, @Nullable Instant until) {
        Certificate added = transactions.execute(status -> add(by, shown, holder, from, until));
        ring.refresh();
        return added;
    }

    /** A second certificate for the same system; the old one goes on opening until the overlap is over. */
    public Optional<Certificate> rotate(Actor by, String thumbprint, X509Certificate next, Duration overlap) {
        Optional<Certificate> added = transactions.execute(status -> table.find(thumbprint)
                .filter(old -> table.expire(thumbprint, clock.instant().plus(overlap)))
                .map(old -> {
                    audit.record(
                            by,
                            "certificate-rotated",
                            thumbprint,
                            Map.of("next", Thumbprint.of(next), "overlap", overlap.toString()));
                    return add(by, next, old.actor(), null, null);
                }));
        ring.refresh();
        return added;
    }

    public boolean revoke(Actor by, String thumbprint) {
        boolean revoked = Boolean.TRUE.equals(transactions.execute(status -> {
            boolean changed = table.revoke(thumbprint, clock.instant());
            if (changed) {
                audit.record(by, "certificate-revoked", thumbprint, Map.of());
            }
            return changed;
        }));
        ring.refresh();
        return revoked;
    }

    public List<Certificate> all() {
        return table.all();
    }

    private Certificate add(
            Actor by, X509Certificate shown, Actor holder, @Nullable Instant from, @Nullable Instant until) {
        Instant begins = shown.getNotBefore().toInstant();
        Instant ends = shown.getNotAfter().toInstant();
        var certificate = new Certificate(
                Thumbprint.of(shown),
                shown.getSubjectX500Principal().getName(),
                holder.name(),
                holder.role(),
                clock.instant(),
                by.name(),
                from == null || from.isBefore(begins) ? begins : from,
                until == null || until.isAfter(ends) ? ends : until,
                null);
        check(certificate);
        if (!table.add(certificate)) {
            throw new ProblemException(
                    HttpStatus.CONFLICT, "certificate-known", "This certificate is registered already, or was revoked");
        }
        audit.record(
                by,
                "certificate-registered",
                certificate.thumbprint(),
                Map.of("principal", holder.name(), "role", holder.role().name(), "until", certificate.expiresAt()));
        return certificate;
    }

    private void check(Certificate certificate) {
        if (!certificate.expiresAt().isAfter(clock.instant())
                || !certificate.validFrom().isBefore(certificate.expiresAt())) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "certificate-over",
                    "This certificate never opens anything: it is over, or ends before it begins");
        }
    }
}
