package vn.lienthong.hub.quality.agreement;

import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.hub.platform.retention.Purge;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReconciliationSettings.class)
class ReconciliationConfiguration {

    /** Not the last word on its scope, and none of its repairs is under way. */
    @Bean
    Purge oldReconciliations() {
        return new Purge("reconciliations", Duration.ofDays(365), """
                with over as (
                  select r.id from hub.reconciliations r
                   where r.state in ('DONE', 'FAILED') and r.ended_at < :before
                     and exists (select from hub.reconciliations n
                                  where n.state = 'DONE' and n.scope = r.scope and n.ended_at > r.ended_at)
                     and not exists (select from hub.differences d
                                      where d.reconciliation = r.id and d.repair_outcome = 'ordered')
                   order by r.ended_at limit least(:limit, 20)
                ), theirs as (
                  delete from hub.differences d using over where d.reconciliation = over.id
                )
                delete from hub.reconciliations r using over where r.id = over.id""");
    }

    @Bean
    Purge unusedLists() {
        return new Purge("reconciliation-lists", Duration.ofDays(365), """
                delete from hub.reconciliation_lists where id in (
                  select l.id from hub.reconciliation_lists l
                   where l.taken_at < :before
                     and not exists (select from hub.reconciliations r where l.id in (r.portal_list, r.sender_list))
                   limit :limit)""");
    }
}
