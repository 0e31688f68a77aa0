package vn.lienthong.identity.session;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.data.redis.RedisSessionRepository;
import org.springframework.session.data.redis.config.annotation.web.http.EnableRedisHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import vn.lienthong.identity.IdentitySettings;
import vn.lienthong.trust.Seal;

/** Names of our own, since cookies ignore ports and the hub beside us has sessions too. */
@Configuration(proxyBeanMethods = false)
@EnableRedisHttpSession(redisNamespace = "idp:session")
class SessionConfiguration {

    @Bean
    CookieSerializer cookieSerializer(IdentitySettings settings) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName("IDPSESSION");
        cookie.setSameSite("Lax");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setUseSecureCookie(settings.overTls());
        cookie.setCookiePath("/");
        return cookie;
    }

    @Bean
    RedisSerializer<Object> springSessionDefaultRedisSerializer(Seal seal) {
        return new SealedSerializer(seal, getClass().getClassLoader());
    }

    @Bean
    static BeanPostProcessor patience() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof RedisSessionRepository sessions ? new PatientSessions<>(sessions) : bean;
            }
        };
    }

    @Bean
    SessionRepositoryCustomizer<RedisSessionRepository> idleTime(IdentitySettings settings) {
        return sessions -> sessions.setDefaultMaxInactiveInterval(settings.sessionIdle());
    }
}
