package vn.lienthong.identity.provider;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import vn.lienthong.identity.retention.Purge;

/** What people agreed to and, not having been here since, are asked again. */
@Configuration(proxyBeanMethods = false)
class ConsentRetention {

    @Bean
    @Order(5)
    Purge forgottenConsents() {
        return new Purge("consents", """
                delete from identity.oauth2_authorization_consent where (registered_client_id, principal_name) in (
                  select c.registered_client_id, c.principal_name from identity.oauth2_authorization_consent c
                   where c.given_at < :before
                     and not exists (select from identity.logins l where l.subject = c.principal_name
                                        and (l.ended_at is null or l.ended_at >= :before))
                   limit :limit)""");
    }
}
