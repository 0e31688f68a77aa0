package vn.lienthong.identity.login;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import vn.lienthong.identity.retention.Purge;

/** Log-ins whose browser never came back, and those that ended long ago with what hangs on them. */
@Configuration(proxyBeanMethods = false)
class LoginRetention {

    /** Ended, not deleted: whoever was given one is told. */
    @Bean
    @Order(3)
    Purge logInsThatWereLeft() {
        return new Purge("left-log-ins", """
                update identity.logins set ended_at = :now, ended_by = 'age' where id in (
                  select id from identity.logins where ended_at is null and at < :before order by at limit :limit)""");
    }

    /** Which clients they were given goes with them: after that no event about the person reaches those clients. */
    @Bean
    @Order(4)
    Purge endedLogIns() {
        return new Purge("log-ins", """
                with over as (
                  select l.id from identity.logins l
                   where l.ended_at < :before and not exists (select from identity.events e where e.login = l.id)
                   order by l.ended_at limit :limit),
                clients as (delete from identity.login_clients where login in (select id from over)),
                tickets as (delete from identity.used_tickets where login in (select id from over))
                delete from identity.logins where id in (select id from over)""");
    }
}
