package vn.lienthong.hub.access.certificates;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.trust.SealedFile;
import vn.lienthong.trust.Thumbprint;

/** Says whose a certificate is, from memory alone; refreshed and kept over a restart like the keys. */
@Component
public class CertificateRing implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(CertificateRing.class);

    private final CertificateTable table;
    private final SealedFile<List<Certificate>> file;
    private final Clock clock;
    private volatile List<Certificate> known;
    private volatile Map<String, Certificate> byThumbprint;

    CertificateRing(CertificateTable table, SealedFile<List<Certificate>> certificateSnapshot, Clock clock) {
        this.table = table;
        this.file = certificateSnapshot;
        this.clock = clock;
        this.known = file.read().orElse(List.of());
        this.byThumbprint = index(known);
    }

    /** Who holds it, while it is registered and by its own dates still good. */
    public Optional<Actor> holder(X509Certificate shown) {
        Date now = Date.from(clock.instant());
        boolean current = !now.before(shown.getNotBefore()) && !now.after(shown.getNotAfter());
        return byThumbprint.isEmpty() || !current
                ? Optional.empty()
                : Optional.ofNullable(byThumbprint.get(Thumbprint.of(shown)))
                        .filter(certificate -> certificate.opensAt(clock.instant()))
                        .map(Certificate::actor);
    }

    @Override
    public void afterSingletonsInstantiated() {
        refresh();
    }

    /** What cannot be read leaves the snapshot as it was. */
    @Scheduled(fixedDelayString = "${lienthong.access.refresh:10s}")
    void refresh() {
        try {
            swap(table.all());
        } catch (RuntimeException e) {
            log.warn("Certificates not refreshed, the last snapshot stays in force: {}", e.toString());
        }
    }

    private synchronized void swap(List<Certificate> now) {
        if (!now.equals(known)) {
            byThumbprint = index(now);
            file.write(now);
            known = now; // last, so that a write that failed is tried again
        }
    }

    private static Map<String, Certificate> index(List<Certificate> certificates) {
        return certificates.stream()
                .collect(Collectors.toUnmodifiableMap(Certificate::thumbprint, Function.identity()));
    }
}
