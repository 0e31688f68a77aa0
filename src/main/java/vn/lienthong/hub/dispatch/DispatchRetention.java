package vn.lienthong.hub.dispatch;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.hub.platform.retention.Purge;

/** Messages that were taken, or overtaken by a move, go once their dossier has ended; that it was handed over stays. */
@Configuration(proxyBeanMethods = false)
class DispatchRetention {

    @Bean
    Purge takenMessages() {
        return new Purge("messages", Duration.ofDays(365), """
                delete from hub.dispatches where id in (
                  select m.id from hub.dispatches m
                    join hub.handovers h on h.dossier_id = m.dossier_id and h.accepted_at is not null
                                        and h.planned_seq >= h.seen_seq
                    join hub.dossiers d on d.id = m.dossier_id and d.status in (3, 8, 10)
                   where m.state in ('DONE', 'OVERTAKEN') and coalesce(m.ended_at, m.created_at) < :before
                     and not exists (select from hub.dispatches o
                                      where o.dossier_id = m.dossier_id and o.state in ('WAITING', 'SENDING', 'FAILED'))
                   limit :limit)""");
    }
}
