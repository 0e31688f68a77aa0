package vn.lienthong.hub.dossier;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.hub.platform.retention.Purge;

/** What is said about dossiers goes once they have ended and it was not said again. */
@Configuration(proxyBeanMethods = false)
class DossierRetention {

    private static final String ENDED = " join hub.dossiers d on d.id = o.dossier_id and d.status in (3, 8, 10) ";

    @Bean
    Purge oldDivergences() {
        return new Purge("divergences", Duration.ofDays(730), """
                delete from hub.divergences where id in (
                  select o.id from hub.divergences o""" + ENDED + """
                   where o.last_at < :before limit :limit)""");
    }

    @Bean
    Purge oldFindings() {
        return new Purge("findings", Duration.ofDays(730), """
                delete from hub.findings where id in (
                  select o.id from hub.findings o""" + ENDED + """
                   where o.found_at < :before limit :limit)""");
    }

    /** Settled: what it said is no longer so. */
    @Bean
    Purge settledIntegrityFindings() {
        return new Purge("integrity", Duration.ofDays(730), """
                delete from hub.integrity_findings where (dossier_code, sender, kind, subject) in (
                  select dossier_code, sender, kind, subject from hub.integrity_findings
                   where settled_at < :before limit :limit)""");
    }
}
