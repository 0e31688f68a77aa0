package vn.lienthong.identity.telling;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import vn.lienthong.identity.retention.Purge;

/** What clients were told, or will never be told any more; what waits stays, however old. */
@Configuration(proxyBeanMethods = false)
class TellingRetention {

    @Bean
    @Order(1)
    Purge settledErrands() {
        return new Purge("errands", """
                delete from identity.errands where id in (
                  select id from identity.errands
                   where state <> 'WAITING' and done_at < :before order by done_at limit :limit)""");
    }

    @Bean
    @Order(2)
    Purge toldEvents() {
        return new Purge("events", """
                delete from identity.events where id in (
                  select e.id from identity.events e
                   where e.planned and e.at < :before
                     and not exists (select from identity.errands r where r.event = e.id)
                   order by e.at limit :limit)""");
    }
}
